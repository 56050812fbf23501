using AgentScaler.Environments.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>The columns of a new row: arguments where the tool takes them, and for the rest what a new row is born with.</summary>
internal static class NewRow
{
    public static List<KeyValuePair<string, Expression>> Of(ProgramScope scope, Fallbacks fallbacks)
    {
        var row = new List<KeyValuePair<string, Expression>>();
        foreach (var column in scope.Table.Columns)
        {
            var born = Born(scope, column, fallbacks);
            var given = FromCall(scope, column);
            if (given is not null && born is not null && !IsAlwaysGiven(scope, column))
            {
                given = Coalesce(given, born);
            }

            if ((given ?? born) is { } value)
            {
                row.Add(Set(column.Name, value));
            }
        }

        return row;
    }

    /// <summary>The same with what the effect's consequences set in the row. Rows that it leads to are fetched before it is made.</summary>
    public static List<KeyValuePair<string, Expression>> Completed(ProgramScope scope, List<KeyValuePair<string, Expression>> row)
    {
        scope.Fetched.Making = row;
        RowChange.Follow(scope, row, _ => Null);
        foreach (var address in scope.Tool.Effect.Consequences.OfType<RowConsequence>().SelectMany(c => c.Addresses).Where(a => a.Via is not null))
        {
            scope.Fetched.Row(address);
        }

        scope.Fetched.Making = null;
        return row;
    }

    /// <summary>The argument for a column, in its type. Null if the tool takes none.</summary>
    public static Expression? FromCall(ProgramScope scope, ColumnModel column) => Binding(scope, column) is { } binding
        ? ProgramScope.Value(binding.Parameter, column)
        : null;

    /// <summary>The value of a column where the caller gives nothing. Null if it is left to be null, or to the database.</summary>
    public static Expression? Born(ProgramScope scope, ColumnModel column, Fallbacks fallbacks) => column == scope.Table.Key
        ? null
        : Born(column, fallbacks);

    /// <summary>The value that a column of any table is born with. Null if it is left to be null, or to the database.</summary>
    public static Expression? Born(ColumnModel column, Fallbacks fallbacks) => column.Born switch
    {
        ClockValue => Clock(column),
        FixedValue { Value: var value } => Constant(value),
        CellValue cell => Member(Op(Operator.At, new Select(cell.Table, "r", null, Limit: Constant(1)), Constant(0)), cell.Column),
        DerivedValue => Derived(column, fallbacks),
        _ => null,
    };

    /// <summary>The session's clock as the column writes times.</summary>
    public static Expression Clock(ColumnModel column) => column.TimeForm is { } form ? Written(form) : column.Type switch
    {
        Environments.Schema.ColumnType.Integer
            or Environments.Schema.ColumnType.Number => Op(Operator.SecondsBetween, Constant("1970-01-01T00:00:00Z"), new Now(false)),
        Environments.Schema.ColumnType.Date => new Now(true),
        _ => new Now(column.Semantic == "date" && column.Type == Environments.Schema.ColumnType.String),
    };

    private static Operation Written(string form) => Text([.. ClockForm.Parts(form).Select(p =>
        p.Start is { } start ? Op(Operator.Substring, new Now(false), Constant(start), Constant(p.Text.Length)) : (Expression)Constant(p.Text))]);

    private static Expression Derived(ColumnModel column, Fallbacks fallbacks)
    {
        if (column.Enum is { Count: > 0 } values)
        {
            return Constant(values[0]);
        }

        return column.Node is { } node && ColumnTypes.Of(node) == column.Type ? fallbacks.Make(node, column.Name, false)
            : new Derive(new DerivedType(column.Type == Environments.Schema.ColumnType.Any
                ? Environments.Schema.ColumnType.String
                : column.Type, column.Semantic), [Constant(column.Name)]);
    }

    private static ColumnBinding? Binding(ProgramScope scope, ColumnModel column) => scope.Tool.Key is { } key && key.Column == column ? key
        : scope.Tool.Scope.FirstOrDefault(s => s.Column == column) ?? scope.Tool.Assignments.FirstOrDefault(a => a.Column == column);

    private static bool IsAlwaysGiven(ProgramScope scope, ColumnModel column)
    {
        var binding = scope.Tool.Scope.Concat(scope.Tool.Assignments).FirstOrDefault(a => a.Column == column) ?? scope.Tool.Key;
        return binding?.Column == column
            && binding.Parameter is { Required: true, Container: null, Node.Nullable: false }
            && ColumnTypes.Of(binding.Parameter.Node) == column.Type;
    }
}
