using AgentScaler.Traces.Tests.Otlp;
using Google.Protobuf;

namespace AgentScaler.Traces.Tests.Receiving;

/// <summary>A span as it arrived.</summary>
/// <param name="Service">The service's name among its resource's attributes.</param>
/// <param name="Source">The instrumentation scope.</param>
/// <param name="ParentId">Null for a root.</param>
/// <param name="Tags">Attributes, also of its events, as text.</param>
/// <param name="LinkedTraces">The traces that it is linked to.</param>
internal sealed record ReceivedSpan(
    string Service,
    string Source,
    string Name,
    string TraceId,
    string SpanId,
    string? ParentId,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> LinkedTraces)
{
    public static ReceivedSpan Of(string service, string source, Span span) => new(
        service,
        source,
        span.Name,
        Hex(span.TraceId),
        Hex(span.SpanId),
        span.ParentSpanId.IsEmpty ? null : Hex(span.ParentSpanId),
        span.Attributes.Concat(span.Events.SelectMany(e => e.Attributes)).GroupBy(a => a.Key).ToDictionary(g => g.Key, g => Text(g.Last().Value)),
        [.. span.Links.Select(link => Hex(link.TraceId))]);

    public string? Tag(string name) => Tags.GetValueOrDefault(name);

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);

    private static string Text(AnyValue value) => value.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.ArrayValue => string.Join(',', value.ArrayValue.Values.Select(Text)),
        AnyValue.ValueOneofCase.IntValue => FormattableString.Invariant($"{value.IntValue}"),
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        _ => FormattableString.Invariant($"{value.DoubleValue}"),
    };
}
