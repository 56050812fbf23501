using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>
/// Decides at the root of a trace; what hangs below follows its parent. A request to a database that nobody asked for by
/// a message or a call is a service looking for work, many times a second, and is no trace of its own. The message that
/// asks for an episode leaves no span in the run's trace: it begins the episode's own.
/// </summary>
internal sealed class RootSampler : Sampler
{
    private static readonly SamplingResult Drop = new(SamplingDecision.Drop);

    private readonly Sampler standard;
    private readonly Sampler episodes;

    public RootSampler(IConfiguration configuration, double episodeRatio)
    {
        standard = Standard(configuration["OTEL_TRACES_SAMPLER"], configuration["OTEL_TRACES_SAMPLER_ARG"]);
        episodes = new TraceIdRatioBasedSampler(episodeRatio);
        Description = $"{nameof(RootSampler)}({standard.Description}, episodes {episodeRatio.ToString(CultureInfo.InvariantCulture)})";
    }

    public override SamplingResult ShouldSample(in SamplingParameters parameters)
    {
        if (parameters.Name.EndsWith(EpisodeMessages.SendName, StringComparison.Ordinal))
        {
            return Drop;
        }

        if (parameters.ParentContext.TraceId != default)
        {
            return parameters.ParentContext.TraceFlags.HasFlag(System.Diagnostics.ActivityTraceFlags.Recorded)
                ? new SamplingResult(SamplingDecision.RecordAndSample)
                : Drop;
        }

        if (parameters.Kind == System.Diagnostics.ActivityKind.Client)
        {
            return Drop;
        }

        var decision = standard.ShouldSample(parameters);
        return decision.Decision == SamplingDecision.RecordAndSample && parameters.Name.EndsWith(EpisodeMessages.ReceiveName, StringComparison.Ordinal)
            ? episodes.ShouldSample(parameters)
            : decision;
    }

    /// <summary>The samplers of the OpenTelemetry specification, by their names; whether they are parent based or not, a parent decides.</summary>
    private static Sampler Standard(string? name, string? argument) => name?.ToLowerInvariant() switch
    {
        null or "" or "always_on" or "parentbased_always_on" => new AlwaysOnSampler(),
        "always_off" or "parentbased_always_off" => new AlwaysOffSampler(),
        "traceidratio" or "parentbased_traceidratio" => new TraceIdRatioBasedSampler(Ratio(argument)),
        _ => throw new InvalidOperationException(
            $"OTEL_TRACES_SAMPLER is '{name}'; it must be always_on, always_off, traceidratio, or one of these with parentbased_ before it."),
    };

    private static double Ratio(string? argument)
    {
        if (string.IsNullOrEmpty(argument))
        {
            return 1;
        }

        return double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1
            ? ratio
            : throw new InvalidOperationException($"OTEL_TRACES_SAMPLER_ARG is '{argument}'; it must be a number from 0 to 1.");
    }
}
