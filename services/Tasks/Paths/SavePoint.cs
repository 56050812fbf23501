using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Paths;

/// <summary>A point to which a draft can be restored.</summary>
internal sealed record SavePoint(
    SessionSnapshot Session,
    int Calls,
    int Sightings,
    IReadOnlyList<KeyValuePair<string, Value>> Known,
    Dictionary<string, string> Names,
    Dictionary<RowKey, RowMention> Mentions,
    RowIndex Rows);
