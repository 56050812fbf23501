using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>What a new row holds where the caller gives nothing.</summary>
internal static class Defaults
{
    /// <summary>The value of a column that must not be left out; null where the column may be.</summary>
    public static Expression? Of(ProgramScope scope, ColumnPlan column, Fallbacks fallbacks)
    {
        if (column == scope.Table.Key)
        {
            return null;
        }

        if (Equalities.IsClock(column) && !(column.Nullable && column.Words.Any(w => w is "updated" or "modified" or "edited")))
        {
            return Clock(column);
        }

        if (column.LifeCycle is { } life)
        {
            return Constant(life.Initial);
        }

        if (column.Nullable)
        {
            return null;
        }

        if (column.References is { } reference)
        {
            return Member(ProgramScope.First(scope.Plan.Table(reference.Table)!, null), reference.Column);
        }

        return Usual(column) is { } usual ? Constant(usual) : ForColumn(column, fallbacks);
    }

    /// <summary>What a column of a new row holds by convention: its declared default, the first state, false, nothing, none. Null where there is no convention.</summary>
    public static Value? Usual(ColumnPlan column)
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
            ColumnType.Boolean => column.Words[^1] is "active" or "enabled" or "valid" or "sent" or "success" or "ok" or "created" or "succeeded" or "acknowledged" or "accepted" or "scheduled" or "booked",
            ColumnType.Array when (column.Node?.MinItems ?? 0) == 0 => Value.EmptyArray,
            _ when column.Numeric && column.Semantic is "count" && (column.Node?.Minimum ?? 0) <= 0 && (column.Node?.Maximum ?? 0) >= 0 => Value.From(0),
            _ when column.Node is null && column.Type != ColumnType.Any => column.Numeric ? Value.From(0) : column.Type == ColumnType.Object ? Value.EmptyObject : column.Type is ColumnType.String ? Value.From("") : default(Value?),
            _ => null,
        };
    }

    public static Expression Clock(ColumnPlan column) => column.Type switch
    {
        ColumnType.Integer or ColumnType.Number => Op(Operator.SecondsBetween, Constant("1970-01-01T00:00:00Z"), new Now(false)),
        ColumnType.Date => new Now(true),
        _ => new Now(column.Semantic == "date" && column.Type == ColumnType.String),
    };

    public static Expression ForColumn(ColumnPlan column, Fallbacks fallbacks)
    {
        if (column.Enum is { Count: > 0 } values)
        {
            return Constant(values[0]);
        }

        return column.Node is { } node && TableBuilder.TypeOf(node) == column.Type ? fallbacks.Make(node, column.Name, false)
            : new Derive(new DerivedType(column.Type == ColumnType.Any ? ColumnType.String : column.Type, column.Semantic), [Constant(column.Name)]);
    }

    private static bool Suits(ColumnPlan column, Value value) => column.Type switch
    {
        ColumnType.String => value.IsString && (column.Enum is null || column.Enum.Contains(value)),
        ColumnType.Integer => value.IsInteger,
        ColumnType.Number => value.IsNumber,
        ColumnType.Boolean => value.IsBoolean,
        _ => false,
    };
}
