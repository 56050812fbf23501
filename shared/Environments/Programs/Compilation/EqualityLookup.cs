using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// Equalities in a filter that an index answers: a column of the filtered row against an expression that does not look at
/// the row, either always or, as filters of lists are, unless an argument is null. They are part of the language, not
/// only of one execution: the rows that an index names are the candidates that a call pays for, and the other conditions
/// are evaluated on them alone. Compiler and Python emitter both decide by this class.
/// </summary>
/// <param name="Optional">Whether the equality holds only where its value is not null.</param>
/// <param name="Conjunct">Which of the filter's conjuncts the equality is.</param>
internal sealed record EqualityLookup(ColumnSchema Column, Expression Value, bool Optional, int Conjunct)
{
    /// <summary>
    /// The one equality that always holds, on the whole primary key before all others; where there is none, all optional
    /// ones, of which a call takes the one that the fewest rows meet, among those whose value is not null.
    /// </summary>
    public static IReadOnlyList<EqualityLookup> Find(Expression? where, string row, TableSchema table)
    {
        var found = Conjuncts(where).Select((part, i) => Match(part, i, row, table)).OfType<EqualityLookup>().ToArray();
        var always = Array.Find(found, l => !l.Optional && table.PrimaryKey.Count == 1 && table.PrimaryKey[0] == l.Column.Name)
            ?? Array.Find(found, l => !l.Optional);
        return always is null ? found : [always];
    }

    /// <summary>What is left to test on the rows that the lookup names: nothing where the equality was the whole filter.</summary>
    public static Expression? Rest(IReadOnlyList<EqualityLookup> lookups, Expression? where) =>
        lookups.Count > 0 && where is Operation { Operator: Operator.Eq } ? null : where;

    /// <summary>The conditions that must all hold, in their order.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression? where) => where switch
    {
        null => [],
        Operation { Operator: Operator.And } all => all.Operands.SelectMany(Conjuncts),
        _ => [where],
    };

    private static EqualityLookup? Match(Expression part, int at, string row, TableSchema table)
    {
        // or(is_null(arg), eq(column, arg)): the argument filters where it is given.
        if (part is Operation { Operator: Operator.Or, Operands: [Operation { Operator: Operator.IsNull, Operands: [Argument argument] }, var equality] })
        {
            return Match(equality, at, row, table) is { Optional: false, Value: Argument same } lookup && same == argument
                ? lookup with { Optional = true }
                : null;
        }

        return part is Operation { Operator: Operator.Eq, Operands: [var left, var right] }
            ? Match(left, right, at, row, table) ?? Match(right, left, at, row, table)
            : null;
    }

    private static EqualityLookup? Match(Expression column, Expression value, int at, string row, TableSchema table) =>
        column is Field { Target: Variable target } field
        && target.Name == row
        && table.Column(field.Name) is { Type: not (ColumnType.Array or ColumnType.Object or ColumnType.Any) } found
        && !ExpressionNodes.Mentions(value, row)
            ? new EqualityLookup(found, value, false, at)
            : null;
}
