using System.Diagnostics;
using System.Text.Json.Serialization;

namespace AgentScaler.Hosting.Documents;

/// <summary>One line of <c>traces.jsonl</c>: which trace an object came about in.</summary>
public sealed record TraceRecord(string Object, string TraceId)
{
    /// <summary>The span it came about in, below which later work on it belongs; null where only the trace is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SpanId { get; init; }

    /// <summary>The trace of what runs now; null where nobody listens or the trace is not sampled.</summary>
    public static TraceRecord? Of(string id, Activity? activity) =>
        activity is { Recorded: true } ? new TraceRecord(id, activity.TraceId.ToHexString()) { SpanId = activity.SpanId.ToHexString() } : null;

    /// <summary>The context that work on the object continues; default where its span is not known.</summary>
    [JsonIgnore]
    public ActivityContext Context => SpanId is null
        ? default
        : new ActivityContext(ActivityTraceId.CreateFromString(TraceId), ActivitySpanId.CreateFromString(SpanId), ActivityTraceFlags.Recorded, isRemote: true);
}
