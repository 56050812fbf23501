using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Hosting.Tests.Samples;

#region sample
/// <summary>Counts the tools of a domain. It sees the store and not the bus.</summary>
public sealed class SizeStage(IDocumentStore store)
{
    public async Task<DomainSize> RunAsync(RunDocument run, string domainId, CancellationToken stop)
    {
        // Is it done already? A second delivery finds the document, and the consumer announces it again.
        if (await store.FindAsync<DomainSize>(Collections.TaskSets, run.Id, domainId, stop) is { } done)
        {
            return done;
        }

        // Load, compute, save. Larger bodies become artifacts, written before the document that points at them.
        var domain = await store.LoadAsync<ToolDomain>(Collections.Domains, run.Id, domainId, stop);
        var size = new DomainSize(domain.Slug, domain.Tools.Count);
        await store.PutIfAbsentAsync(Collections.TaskSets, TypedDocuments.Of(run.Id, domainId, size), stop);
        return size;
    }
}
#endregion
