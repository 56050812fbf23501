using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Paths;

/// <summary>A point of a draft to come back to.</summary>
internal sealed record SavePoint(
    SessionSnapshot Session,
    int Calls,
    int Sightings,
    IReadOnlyList<KeyValuePair<string, Value>> Known,
    Dictionary<string, string> Names,
    Dictionary<RowKey, RowMention> Mentions,
    RowIndex Rows);
