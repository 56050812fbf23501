using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>What a session made of one key: the row as it is now, or null, and where the initial table has the key, or -1.</summary>
internal readonly record struct RowChange(ObjectValue? Row, int Place);
