using System.Collections.Concurrent;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Traffic;

/// <summary>
/// The recorded calls of a run by tool, matched once for all of its domains: whose an exchange is, is decided among all tools.
/// </summary>
public sealed class RunTraffic(IDocumentStore store, IArtifactStore artifacts)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, IReadOnlyList<RecordedCall>>>>> _matched = new(StringComparer.Ordinal);

    /// <summary>The calls of some tools, in the order in which they were made.</summary>
    /// <param name="files">Paths of archives, or hashes of stored ones.</param>
    /// <exception cref="UnrecoverableException">A file cannot be read.</exception>
    public async Task<IReadOnlyList<RecordedCall>> OfAsync(string run, IReadOnlyList<string> files, IReadOnlyList<string> tools,
        CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return [];
        }

        var key = string.Join('\n', files.Prepend(run));
        // The work outlives the domain that asks first, so it is not that domain's to cancel.
        var matching = _matched.GetOrAdd(key, _ => new(() => MatchAsync(run, files)));
        try
        {
            var calls = await matching.Value.WaitAsync(cancellationToken);
            return [.. tools.SelectMany(t => calls.GetValueOrDefault(t) ?? []).OrderBy(c => c.Order)];
        }
        catch when (matching.Value is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            _matched.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<RecordedCall>>> MatchAsync(string run, IReadOnlyList<string> files)
    {
        var exchanges = new List<RecordedExchange>();
        foreach (var file in files)
        {
            try
            {
                exchanges.AddRange(HarReader.Read(await StoredText.ReadAsync(artifacts, file, "--traffic", CancellationToken.None), file));
            }
            catch (TrafficException failure)
            {
                throw new UnrecoverableException($"--traffic {failure.Message}", failure);
            }
        }

        var matcher = new TrafficMatcher();
        await foreach (var tool in store.AllAsync<ToolSpecification>(Collections.Tools, run, CancellationToken.None))
        {
            matcher.Add(tool);
        }

        return exchanges.Select((e, i) => matcher.Match(e) is { } call ? call with { Order = i } : null).OfType<RecordedCall>()
            .GroupBy(c => c.Tool, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<RecordedCall>)[.. g], StringComparer.Ordinal);
    }
}
