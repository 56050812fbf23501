using System.Text.Json;
using AgentScaler.Pipeline;
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

    /// <summary>The fingerprint of each stage of a run.</summary>
    public static IReadOnlyDictionary<PipelineStage, string> Of(RunDocument run) => Of(run, Ignored);

    /// <summary>The fingerprint of a run's last stage, which depends on everything that the run was asked for.</summary>
    public static string OfAll(RunDocument run) => Of(run)[PipelineStages.All[^1].Stage];

    /// <summary>The hash of everything that the result of one episode or verdict depends on. Asking for more attempts does not change it.</summary>
    public static string OfUnits(RunDocument run, PipelineStage stage) => Of(run, IgnoredOfUnits)[stage];

    private static Dictionary<PipelineStage, string> Of(RunDocument run, HashSet<string> ignored)
    {
        var fingerprints = new Dictionary<PipelineStage, string>();
        var previous = run.BenchmarksHash is { } benchmarks ? ContentId.Of("inputs", run.SourcesHash ?? "", benchmarks) : run.SourcesHash ?? "";
        foreach (var stage in PipelineStages.All)
        {
            var options = run.Options.TryGetValue(stage.Name, out var section) ? Canonical(section, ignored) : "{}";
            var seed = stage.IsSeeded ? run.For(stage.Stage).Seed.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
            previous = ContentId.Of("stage", ProductVersion.Text, stage.Name, previous, seed, options);
            fingerprints[stage.Stage] = previous;
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
