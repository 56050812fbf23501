using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>A session's change of one key: the current row, or null if it was deleted, and the key's position in the initial table, or -1.</summary>
internal readonly record struct RowChange(ObjectValue? Row, int Place);
