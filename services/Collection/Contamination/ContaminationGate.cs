using AgentScaler.Collection.Gate;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Contamination;

/// <summary>Compares every tool of the workspace with the benchmarks, and leaves out matching tools on request.</summary>
internal sealed class ContaminationGate
{
    private readonly Dictionary<string, IReadOnlyList<BenchmarkMatch>> _matches = new(StringComparer.Ordinal);

    private ContaminationGate()
    {
    }

    /// <summary>The number of tools with a match.</summary>
    public int Matched => _matches.Count;

    public static async Task<ContaminationGate> JudgeAsync(
        CollectionOptions options, IReadOnlyCollection<SpooledDraft> drafts, DraftSpool spool, CancellationToken cancellationToken)
    {
        var gate = new ContaminationGate();
        if (options.Benchmarks.Count == 0)
        {
            return gate;
        }

        var index = await BenchmarkLoader.LoadAsync(options, drafts, cancellationToken);
        foreach (var draft in drafts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (index.Match(draft, spool.Read(draft.Place).Description) is { Count: > 0 } matches)
            {
                gate._matches[draft.Id] = matches;
            }
        }

        return gate;
    }

    public IReadOnlyList<BenchmarkMatch>? Of(SpooledDraft draft) => _matches.GetValueOrDefault(draft.Id);

    /// <summary>Returns the rejection of a tool, with its strongest evidence in words and all evidence on the tool.</summary>
    public RejectedTool Reject(SpooledDraft draft, ToolSpecification tool)
    {
        var match = _matches[draft.Id][0];
        return new RejectedTool(draft.Uri, draft.Locator, draft.Name, RejectedTool.InBenchmark, $"{match.Benchmark}: {match.Evidence} ({match.Kind})")
        {
            Tool = tool,
        };
    }
}
