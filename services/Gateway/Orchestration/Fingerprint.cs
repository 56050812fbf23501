using System.Text.Json;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Computes hashes of everything that the result of a stage depends on.</summary>
public static class Fingerprint
{
    /// <summary>Settings that change the speed and not the result. They may differ between two parts of a run.</summary>
    private static readonly HashSet<string> Ignored = new(["concurrency", "parallelism", "threads", "time_limit_seconds"], StringComparer.Ordinal);

    /// <summary>Settings that leave a single unit as it is: the number of attempts decides which units there are.</summary>
    private static readonly HashSet<string> IgnoredOfUnits = [.. Ignored, "attempts"];

    /// <summary>The fingerprints of all stages of a run, in order.</summary>
    public static IReadOnlyList<string> Of(RunDocument run) => Of(run, Ignored);

    /// <summary>The hash of everything that the result of one episode or verdict depends on. Asking for more attempts does not change it.</summary>
    public static string OfUnits(RunDocument run, PipelineStage stage) => Of(run, IgnoredOfUnits)[(int)stage];

    private static List<string> Of(RunDocument run, HashSet<string> ignored)
    {
        var fingerprints = new List<string>();
        var previous = run.BenchmarksHash is { } benchmarks ? ContentId.Of("inputs", run.SourcesHash ?? "", benchmarks) : run.SourcesHash ?? "";
        foreach (var stage in Enum.GetValues<PipelineStage>())
        {
            var options = run.Options.TryGetValue(stage.Name(), out var section) ? Canonical(section, ignored) : "{}";
            // What is collected does not depend on the seed, so another seed need not read the sources again.
            var seed = stage == PipelineStage.Collect ? "" : run.For(stage).Seed.ToString(System.Globalization.CultureInfo.InvariantCulture);
            previous = ContentId.Of("stage", ProductVersion.Text, stage.Name(), previous, seed, options);
            fingerprints.Add(previous);
        }

        return fingerprints;
    }

    private static string Canonical(JsonElement element, HashSet<string> ignored) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject()
            .Where(property => !ignored.Contains(property.Name))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => JsonSerializer.Serialize(property.Name) + ":" + Canonical(property.Value, ignored))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(item => Canonical(item, ignored))) + "]",
        _ => element.GetRawText(),
    };
}
