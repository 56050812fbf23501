using System.Diagnostics;
using System.Text.Json.Serialization;

namespace AgentScaler.Pipeline.Documents;

/// <summary>A line of <c>traces.jsonl</c>: the trace in which an object was made.</summary>
public sealed record TraceRecord(string Object, string TraceId)
{
    /// <summary>The span in which it was made and below which later work on it belongs; null if only the trace is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SpanId { get; init; }

    /// <summary>The record for an object made in this activity; null if telemetry is off or the trace is not sampled.</summary>
    public static TraceRecord? Of(string id, Activity? activity) =>
        activity is { Recorded: true } ? new TraceRecord(id, activity.TraceId.ToHexString()) { SpanId = activity.SpanId.ToHexString() } : null;

    /// <summary>The context that later work on the object continues; default if its span is not known.</summary>
    [JsonIgnore]
    public ActivityContext Context => SpanId is null
        ? default
        : new ActivityContext(ActivityTraceId.CreateFromString(TraceId), ActivitySpanId.CreateFromString(SpanId), ActivityTraceFlags.Recorded, isRemote: true);
}
