using AgentScaler.Collection.Gate;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Contamination;

/// <summary>Judges every tool of the workspace against the benchmarks, and leaves out what matches where that is asked.</summary>
internal sealed class ContaminationGate
{
    private readonly Dictionary<string, IReadOnlyList<BenchmarkMatch>> _matches = new(StringComparer.Ordinal);

    private ContaminationGate()
    {
    }

    /// <summary>Tools with a match.</summary>
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

    /// <summary>The tool as rejected: its strongest evidence in words, all of it on the tool.</summary>
    public RejectedTool Reject(SpooledDraft draft, ToolSpecification tool)
    {
        var match = _matches[draft.Id][0];
        return new RejectedTool(draft.Uri, draft.Locator, draft.Name, RejectedTool.InBenchmark, $"{match.Benchmark}: {match.Evidence} ({match.Kind})")
        {
            Tool = tool,
        };
    }
}
