using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AgentScaler.Hosting;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Storage;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>
/// Writes a run's datasets into the store. Trajectories are streamed twice, first for the facts that select rows and then for the rows, so that memory
/// does not grow with the length of the conversations.
/// </summary>
public sealed class DatasetBuilder(IDocumentStore store, IArtifactStore artifacts, EnvironmentCache environments)
{
    /// <summary>Number of rows that are read at once. A store on a network answers them in one round trip.</summary>
    private const int RowsAtOnce = 64;

    /// <summary>Builds the missing datasets and returns the report's section. The same store content gives the same bytes.</summary>
    public async Task<FunnelSection> BuildAsync(string run, DatasetOptions options, long seed, CancellationToken cancellationToken)
    {
        var counter = new FunnelCounter();
        var accepted = new List<EpisodeFacts>();
        await foreach (var (trajectory, verdict) in JudgedAsync(run, cancellationToken))
        {
            counter.Add(verdict, trajectory);
            if (verdict.Accepted)
            {
                accepted.Add(EpisodeFacts.Of(trajectory));
            }
        }

        var providers = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var tool in store.AllAsync<ToolSpecification>(Collections.Tools, run, cancellationToken))
        {
            providers[tool.Id] = tool.Provider;
        }

        var tasks = new List<TaskFacts>();
        await foreach (var task in store.AllAsync<TaskSpecification>(Collections.Tasks, run, cancellationToken))
        {
            tasks.Add(TaskFacts.Of(task));
        }

        var domains = new List<DomainFacts>();
        await foreach (var domain in store.AllAsync<ToolDomain>(Collections.Domains, run, cancellationToken))
        {
            domains.Add(new DomainFacts(domain.Slug, domain.Tools.ToHashSet(StringComparer.Ordinal),
                domain.Tools.Select(tool => providers.GetValueOrDefault(tool, "")).ToHashSet(StringComparer.Ordinal)));
        }

        var counts = new SortedDictionary<string, DatasetCounts>(StringComparer.Ordinal);
        foreach (var plan in DatasetPlanner.Plan(tasks, domains, accepted, options, seed))
        {
            var document = await store.FindAsync<DatasetDocument>(Collections.Datasets, run, plan.Name, cancellationToken)
                ?? await WriteAsync(run, plan, cancellationToken);
            counts[plan.Name] = new DatasetCounts(document.TrainRows, document.ValidationRows, document.ValidationTasks.Count);
        }

        return counter.Section(counts);
    }

    /// <summary>Streams trajectories with their verdicts in order of id. A trajectory whose judging died has no verdict and is left out.</summary>
    private async IAsyncEnumerable<(Trajectory Trajectory, Verdict Verdict)> JudgedAsync(
        string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var verdicts = store.StreamAsync(Collections.Verdicts, run, null, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await verdicts.MoveNextAsync();
        await foreach (var document in store.StreamAsync(Collections.Trajectories, run, null, cancellationToken))
        {
            while (more && string.CompareOrdinal(verdicts.Current.Id, document.Id) < 0)
            {
                more = await verdicts.MoveNextAsync();
            }

            if (more && verdicts.Current.Id == document.Id)
            {
                yield return (document.Read<Trajectory>(), verdicts.Current.Read<Verdict>());
            }
        }
    }

    private async Task<DatasetDocument> WriteAsync(string run, DatasetPlan plan, CancellationToken cancellationToken)
    {
        var train = await WriteRowsAsync(run, plan.Train, cancellationToken);
        var validation = await WriteRowsAsync(run, plan.Validation, cancellationToken);
        var document = new DatasetDocument(
            plan.Name, plan.Stage, plan.Domain, train, plan.Train.Count, validation, plan.Validation.Count, plan.ValidationTasks, plan.UnseenDomains,
                plan.UnseenProviders);
        await store.PutIfAbsentAsync(
            Collections.Datasets,
            TypedDocuments.Of(run, plan.Name, document, ("stage", plan.Stage == 1 ? "1" : "2")),
            cancellationToken);
        return document;
    }

    private async Task<ArtifactReference> WriteRowsAsync(string run, IReadOnlyList<string> trajectories, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        var tools = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await using (var writer = new StreamWriter(path, false, new UTF8Encoding(false)))
            {
                foreach (var ids in trajectories.Chunk(RowsAtOnce))
                {
                    foreach (var trajectory in await Task.WhenAll(
                        ids.Select(id => store.LoadAsync<Trajectory>(Collections.Trajectories, run, id, cancellationToken))))
                    {
                        if (!tools.TryGetValue(trajectory.Domain, out var offered))
                        {
                            tools[trajectory.Domain] =
                                offered = OpenAiTools.Of((await environments.GetAsync(run, trajectory.Domain, cancellationToken)).Definition);
                        }

                        var row = DatasetRows.Of(trajectory, offered);
                        await writer.WriteAsync(JsonSerializer.Serialize(row, ContractJson.Options));
                        await writer.WriteAsync('\n');
                    }
                }
            }

            await using var content = File.OpenRead(path);
            return await artifacts.PutAsync(content, "application/jsonl", cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
