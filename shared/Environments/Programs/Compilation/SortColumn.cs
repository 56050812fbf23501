using AgentScaler.Environments.Sessions.Tables;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>One column that a call sorts by.</summary>
internal readonly record struct SortColumn(ColumnOrder Order, string Name, bool Descending);
