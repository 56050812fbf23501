using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Traffic;

/// <summary>One request and its answer, without headers, cookies and credentials.</summary>
/// <param name="Path">The path's segments, decoded.</param>
/// <param name="Query">Names and values in their order, decoded.</param>
/// <param name="Body">The request's body: JSON, or a form as an object of texts. Null if there was none that could be read.</param>
/// <param name="Response">The answer's JSON. Null if there was none.</param>
/// <param name="Place">Where it was recorded: file and JSON pointer.</param>
public sealed record RecordedExchange(
    string Method,
    string Host,
    IReadOnlyList<string> Path,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    Value Body,
    int Status,
    Value Response,
    string Place);
