using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>
/// Samples at the root of a trace; everything below follows its parent. A database request that no message and no call caused comes from a service
/// that polls for work many times a second, and starts no trace. The message that requests an episode leaves no span in the trace of the run: it
/// starts the trace of the episode.
/// </summary>
internal sealed class RootSampler : Sampler
{
    private static readonly SamplingResult Drop = new(SamplingDecision.Drop);

    private readonly Sampler _standard;
    private readonly Sampler _episodes;

    public RootSampler(IConfiguration configuration, double episodeRatio)
    {
        _standard = Standard(configuration["OTEL_TRACES_SAMPLER"], configuration["OTEL_TRACES_SAMPLER_ARG"]);
        _episodes = new TraceIdRatioBasedSampler(episodeRatio);
        Description = $"{nameof(RootSampler)}({_standard.Description}, episodes {episodeRatio.ToString(CultureInfo.InvariantCulture)})";
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

        var decision = _standard.ShouldSample(parameters);
        return decision.Decision == SamplingDecision.RecordAndSample && parameters.Name.EndsWith(EpisodeMessages.ReceiveName, StringComparison.Ordinal)
            ? _episodes.ShouldSample(parameters)
            : decision;
    }

    /// <summary>Returns the sampler of the OpenTelemetry specification with this name. A parent decides, whether the name says so or not.</summary>
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
