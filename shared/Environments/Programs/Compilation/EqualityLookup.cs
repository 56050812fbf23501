using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// An equality in a filter that an index answers: a column of the filtered row against an expression that does not look
/// at the row. It is part of the language, not only of one execution: its rows are the candidates that a call pays
/// for, and the other conditions are evaluated on them alone. Compiler and Python emitter both decide by this class.
/// </summary>
internal sealed record EqualityLookup(ColumnSchema Column, Expression Value)
{
    /// <summary>The first such equality of a conjunction, one on the whole primary key before all others.</summary>
    public static EqualityLookup? Find(Expression? where, string row, TableSchema table)
    {
        EqualityLookup? first = null;
        foreach (var part in Conjuncts(where))
        {
            if (Match(part, row, table) is not { } lookup)
            {
                continue;
            }

            if (table.PrimaryKey.Count == 1 && table.PrimaryKey[0] == lookup.Column.Name)
            {
                return lookup;
            }

            first ??= lookup;
        }

        return first;
    }

    /// <summary>What is left to test on the rows that the lookup names: nothing where the equality was the whole filter.</summary>
    public static Expression? Rest(EqualityLookup? lookup, Expression? where) =>
        lookup is not null && where is Operation { Operator: Operator.Eq } ? null : where;

    private static IEnumerable<Expression> Conjuncts(Expression? where) => where switch
    {
        null => [],
        Operation { Operator: Operator.And } all => all.Operands.SelectMany(Conjuncts),
        _ => [where],
    };

    private static EqualityLookup? Match(Expression part, string row, TableSchema table)
    {
        if (part is not Operation { Operator: Operator.Eq, Operands.Count: 2 } equality)
        {
            return null;
        }

        return Match(equality.Operands[0], equality.Operands[1], row, table)
            ?? Match(equality.Operands[1], equality.Operands[0], row, table);
    }

    private static EqualityLookup? Match(Expression column, Expression value, string row, TableSchema table) =>
        column is Field { Target: Variable target } field
        && target.Name == row
        && table.Column(field.Name) is { Type: not (ColumnType.Array or ColumnType.Object or ColumnType.Any) } found
        && !ExpressionNodes.Of(value).Any(e => e is Variable v && v.Name == row)
            ? new EqualityLookup(found, value)
            : null;
}
