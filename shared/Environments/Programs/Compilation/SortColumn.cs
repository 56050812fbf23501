using AgentScaler.Environments.Sessions.Tables;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>One column by which a call sorts.</summary>
internal readonly record struct SortColumn(ColumnOrder Order, string Name, bool Descending);
