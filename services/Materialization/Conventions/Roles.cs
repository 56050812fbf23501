using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Invariants;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>Finds the columns of finished tables by the parts that they play.</summary>
internal static class Roles
{
    private static readonly HashSet<string> Blocked = new(StringComparer.Ordinal)
    {
        "frozen", "suspended", "blocked", "banned", "closed", "deactivated", "disabled", "locked", "terminated", "inactive",
    };

    /// <summary>The part of a column. What another column is a part of is the room that there is: <c>copies</c> beside <c>copies_available</c>.</summary>
    public static ColumnRole Of(TableModel table, ColumnModel column)
    {
        if (column == table.Key || column.References is not null)
        {
            return ColumnRole.None;
        }

        var role = ColumnRoles.Of(column.Name, column.Numeric ? NodeKind.Number : column.Textual ? NodeKind.String : NodeKind.Any, table.Singular);
        return role == ColumnRole.Stock && OrderedColumns.Parts(table).Any(p => p.Upper == column) ? ColumnRole.Capacity : role;
    }

    public static ColumnModel? Find(TableModel table, ColumnRole role) => table.Columns.FirstOrDefault(c => Of(table, c) == role);

    /// <summary>The column that tells how far a row has come, where its values are known.</summary>
    public static ColumnModel? Status(TableModel table) => table.Status is { Enum: not null } status ? status
        : table.Columns.FirstOrDefault(c => c is { Type: ColumnType.String, Enum.Count: > 1 } && c.Words[^1] is "status" or "state");

    /// <summary>The rows of a child table that have not ended; all of them where nothing tells.</summary>
    public static ChildRows Open(ChildRows children) =>
        Status(children.Table) is { } status && status.Enum!.Where(v => !LifeCycles.IsFinal(v)).ToList() is { Count: > 0 } open
            && open.Count < status.Enum!.Count ? children with { Column = status, Among = open } : children;

    /// <summary>The column of a row that says how many of another one it takes, or null.</summary>
    public static ColumnModel? Quantity(TableModel table, ColumnModel stock) =>
        table.Columns.FirstOrDefault(c => Of(table, c) == ColumnRole.Quantity && ColumnRoles.Takes(c.Name, stock.Name));

    /// <summary>The statuses and marks that an owner must have or not have to do anything.</summary>
    public static IEnumerable<Compares> InGoodStanding(RowAddress owner)
    {
        var table = owner.Table;
        if (Status(table) is { } status)
        {
            foreach (var value in status.Enum!.Where(v => v.IsString && Blocked.Contains(Words.Snake(v.AsString))))
            {
                yield return new Compares(new CellTerm(owner, status), Comparison.NotEqual, new ConstantTerm(value));
            }
        }

        foreach (var mark in table.Columns.Where(c => c.Type == ColumnType.Boolean && Blocked.Contains(c.Words[^1]) && c.Words[0] is not "auto" and not "can"))
        {
            yield return new Compares(new CellTerm(owner, mark), Comparison.NotEqual, new ConstantTerm(true));
        }
    }
}
