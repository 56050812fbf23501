using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Tells which rows of a user's own database its one user made, where nobody signs in: those that name as their author what the database keeps once, such
/// as the address of its account. A new row is one of these, and looks like them.
/// </summary>
internal static class OwnRows
{
    /// <summary>What the database keeps once that stands in a column of authors; null where the column is none, or nothing kept once stands there.</summary>
    public static CellValue? Author(DomainPlan plan, TablePlan table, ColumnPlan column) => Kept(plan, table, column)?.Cell;

    /// <summary>What two or more rows of the user agree on, where others differ; null where they do not.</summary>
    public static FixedValue? Agreed(DomainPlan plan, TablePlan table, ColumnPlan column)
    {
        if (column is not { Cells: { } cells, References: null, LifeCycle: null } || column == table.Key || !cells.All(c => c.IsString || c.IsBoolean))
        {
            return null;
        }

        foreach (var author in table.Columns.Where(c => c != column && !IsGiven(plan, table, c)))
        {
            if (Kept(plan, table, author) is { Value: var user })
            {
                var own = cells.Where((_, i) => author.Cells![i] == user).ToList();
                return own.Count > 1 && own.Count < cells.Count && own.Distinct().Count() == 1 && own[0] != "" ? new FixedValue(own[0]) : null;
            }
        }

        return null;
    }

    private static (CellValue Cell, Value Value)? Kept(DomainPlan plan, TablePlan table, ColumnPlan column)
    {
        if (column is not { Cells.Count: > 0, Textual: true } || column == table.Key || !SessionNames.IsOwner(column.Words))
        {
            return null;
        }

        var above = (table.Form as NestedForm)?.Parent;
        var authors = column.Cells.Concat(plan.Tables.Where(t => t != table && above is not null && (t.Form as NestedForm)?.Parent == above)
            .SelectMany(t => t.Column(column.Name)?.Cells ?? [])).Where(v => v.IsString && v != "").ToHashSet();
        var found = plan.Tables.Where(t => t != table && t.IsSingle).OrderBy(t => t.Name == above ? 0 : 1).ThenBy(t => t.Name, StringComparer.Ordinal)
            .SelectMany(t => t.Columns.Where(c => c.Cells is [var kept] && authors.Contains(kept))
                .Select(c => (Cell: new CellValue(t.Name, c.Name), Value: c.Cells![0]))).ToList();
        return found.Select(f => f.Value).Distinct().Count() == 1 ? found[0] : null;
    }

    private static bool IsGiven(DomainPlan plan, TablePlan table, ColumnPlan column) =>
        plan.Sketches.Any(s => s.Table == table && s.Kind.Form.Inserts != Insertion.Never && s.Assignments.Any(a => a.Column == column));
}
