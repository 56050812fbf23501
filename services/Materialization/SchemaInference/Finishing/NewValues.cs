using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides what a column of a new row holds where the caller gives nothing.</summary>
internal static class NewValues
{
    public static NewValue Of(DomainPlan plan, TablePlan table, ColumnPlan column) => Of(table, column) switch
    {
        ClockValue when Kept(plan, table, SessionNames.Clock) is { } now && now.Form == ClockForm.Of(column.Cells ?? []) => now.Value,
        NoValue or DerivedValue when column != table.Key && SessionNames.IsOwner(column.Words)
            && Kept(plan, table, r => SessionNames.User(r, false)) is { } user =>
            user.Value,
        NoValue or DerivedValue when OwnRows.Author(plan, table, column) is { } author => author,
        NoValue or FixedValue when OwnRows.Agreed(plan, table, column) is { } agreed => agreed,
        var value => value,
    };

    /// <summary>What the only row of another table holds, such as the time or the user who is signed in.</summary>
    private static (CellValue Value, string? Form)? Kept(DomainPlan plan, TablePlan table, Func<ObjectValue, string?> find)
    {
        foreach (var single in plan.Tables.Where(t => t != table && t.IsSingle))
        {
            var row = new ObjectValue([.. single.Columns.Where(c => c.Cells is not null).Select(c => c.Name)],
                [.. single.Columns.Where(c => c.Cells is not null).Select(c => c.Cells![0])]);
            if (find(row) is { } name)
            {
                return (new CellValue(single.Name, name), ClockForm.Of([row[name]]));
            }
        }

        return null;
    }

    public static NewValue Of(TablePlan table, ColumnPlan column)
    {
        if (column == table.Key)
        {
            return NewValue.Null;
        }

        if (column.LifeCycle is null && column.Cells is { Count: > 0 } cells)
        {
            return AdoptedValues.Of(column, cells);
        }

        if (column.LifeCycle is null && table.HasRows && column.Cells is null)
        {
            // The rows have no such column, so a new one has nothing to put there.
            return NewValue.Null;
        }

        if (Equalities.IsClock(column) && !(column.Nullable && column.Words.Any(w => w is "updated" or "modified" or "edited")))
        {
            return NewValue.Clock;
        }

        if (column.LifeCycle is { } life)
        {
            return new FixedValue(life.Initial);
        }

        if (column.Birth is { } said && column.Cells is null && (Suits(column, said) || (said.IsNull && column.Nullable)))
        {
            return new FixedValue(said);
        }

        if (column.Nullable)
        {
            return NewValue.Null;
        }

        return column.References is null && Usual(column) is { } usual ? new FixedValue(usual) : NewValue.Derived;
    }

    /// <summary>Whether the column tells when its row last changed.</summary>
    public static bool IsStamped(ColumnPlan column) => Equalities.IsClock(column)
        && column.Words.Any(w => w is "updated" or "modified" or "changed" or "update" or "modification" or "edited");

    /// <summary>The declared default, the first state, false, nothing, none; null where there is no convention.</summary>
    private static Value? Usual(ColumnPlan column)
    {
        if (column.Node?.Default is { IsNull: false } given && Suits(column, given))
        {
            return given;
        }

        if (column.Enum is { Count: > 0 } values)
        {
            return column.Semantic == "status" ? LifeCycles.Initial(column) : values[0];
        }

        return column.Type switch
        {
            ColumnType.Boolean => Unsaid(column),
            ColumnType.Array when (column.Node?.MinItems ?? 0) == 0 => Value.EmptyArray,
            _ when column.Numeric && (column.Semantic is "count" || ColumnRoles.Of(column.Name, NodeKind.Integer) == ColumnRole.Count)
                && (column.Node?.Minimum ?? 0) <= 0 && (column.Node?.Maximum ?? 0) >= 0 => Value.From(0),
            _ when Beginnings.Of(column) is { } nothing => nothing,
            _ when column.Node is null && column.Type != ColumnType.Any => column.Numeric
                ? Value.From(0)
                : column.Type == ColumnType.Object
                ? Value.EmptyObject
                : column.Type is ColumnType.String
                ? Value.From("")
                : default(Value?),
            _ => null,
        };
    }

    /// <summary>Whether a flag of a new row is set where nobody says so.</summary>
    public static Value Unsaid(ColumnPlan column) => column.Words[^1] is "active" or "enabled" or "valid" or "sent" or "success" or "ok" or "created"
        or "succeeded" or "acknowledged" or "accepted" or "scheduled" or "booked";

    private static bool Suits(ColumnPlan column, Value value) => column.Type switch
    {
        ColumnType.String => value.IsString && (column.Enum is null || column.Enum.Contains(value)),
        ColumnType.Integer => value.IsInteger,
        ColumnType.Number => value.IsNumber,
        ColumnType.Boolean => value.IsBoolean,
        _ => false,
    };
}
