namespace AgentScaler.Tasks.Reading;

/// <summary>The origin of a value: an argument, a column, a row, rows, or an object of these.</summary>
internal abstract record Origin;

internal sealed record OfArgument(string Pointer) : Origin;

internal sealed record OfColumn(string Table, string Column) : Origin;

internal sealed record OfRow(string Table) : Origin;

internal sealed record OfRows(string Table) : Origin;

internal sealed record OfMembers(IReadOnlyDictionary<string, Origin?> Members) : Origin;
