using System.Text.Json;

namespace AgentScaler.Pipeline.Runs;

/// <summary>The order of a run: its sources, options, seed and last stage.</summary>
/// <param name="Sources">Paths as given; documents are named relative to them.</param>
/// <param name="Options">One object for each stage, keyed by the stage's name. Each service reads its own.</param>
/// <param name="Until">The last stage that runs.</param>
public sealed record RunDocument(
    string Id,
    IReadOnlyList<string> Sources,
    IReadOnlyDictionary<string, JsonElement> Options,
    long Seed,
    PipelineStage Until,
    string Status)
{
    /// <summary>Why the run failed or was cancelled. For a running run, the missing service that it waits for; null if it waits for none.</summary>
    public string? Reason { get; init; }

    /// <summary>For a failed run, one of the words of <see cref="FailureCause"/>; else null.</summary>
    public string? Cause { get; init; }

    /// <summary>When the run ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Seeds of the stages that were run with another seed than the run's, by the stage's name.</summary>
    public IReadOnlyDictionary<string, long> Seeds { get; init; } = new Dictionary<string, long>();

    /// <summary>The run as one stage sees it: with that stage's seed.</summary>
    public RunDocument For(PipelineStage stage) => Seeds.TryGetValue(stage.Name(), out var seed) ? this with { Seed = seed } : this;

    /// <summary>Hash of the content of the sources when they were collected.</summary>
    public string? SourcesHash { get; init; }

    /// <summary>Hash of the content of the benchmarks with which tools are compared; null if no benchmark was given.</summary>
    public string? BenchmarksHash { get; init; }

    /// <summary>When the run was first requested; null in a workspace.</summary>
    public DateTimeOffset? Requested { get; init; }

    /// <summary>W3C trace parent of the run, for work that is resumed or republished.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Reads the options of one stage. An option that the run does not set has its default.</summary>
    /// <exception cref="InvalidOperationException">The run's options for the stage do not have the type's form.</exception>
    public T OptionsOf<T>(PipelineStage stage, JsonSerializerOptions json)
        where T : new()
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(stage.ToString());
        if (!Options.TryGetValue(name, out var section))
        {
            return new T();
        }

        try
        {
            return section.Deserialize<T>(json) ?? new T();
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"Options of stage '{name}', at {exception.Path}: {exception.Message}", exception);
        }
    }
}
