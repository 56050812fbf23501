using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>
/// An equality in a filter that an index answers. It compares a column of the filtered row with an expression that does not read the row. It holds
/// always or, like the optional filters of lists, unless an argument is null. These equalities are part of the language and not only of one execution:
/// the rows from the index are the candidates for which a call pays, and the other conditions are evaluated on them alone. Compiler and Python emitter
/// both decide by this class.
/// </summary>
/// <param name="Optional">Whether the equality applies only if its value is not null.</param>
/// <param name="Conjunct">Which of the filter's conjuncts the equality is.</param>
internal sealed record EqualityLookup(ColumnSchema Column, Expression Value, bool Optional, int Conjunct)
{
    /// <summary>
    /// Returns the one equality that always holds; one on the whole primary key is preferred. If there is none, returns all optional ones. A call then takes
    /// the one that the fewest rows meet, among those whose value is not null.
    /// </summary>
    public static IReadOnlyList<EqualityLookup> Find(Expression? where, string row, TableSchema table)
    {
        var found = Conjuncts(where).Select((part, i) => Match(part, i, row, table)).OfType<EqualityLookup>().ToArray();
        var always = Array.Find(found, l => !l.Optional && table.PrimaryKey.Count == 1 && table.PrimaryKey[0] == l.Column.Name)
            ?? Array.Find(found, l => !l.Optional);
        return always is null ? found : [always];
    }

    /// <summary>Returns the conditions that remain to be tested on the candidates; null if the equality was the whole filter.</summary>
    public static Expression? Rest(IReadOnlyList<EqualityLookup> lookups, Expression? where) =>
        lookups.Count > 0 && where is Operation { Operator: Operator.Eq } ? null : where;

    /// <summary>Splits a filter into the conditions that must all hold, in their order.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression? where) => where switch
    {
        null => [],
        Operation { Operator: Operator.And } all => all.Operands.SelectMany(Conjuncts),
        _ => [where],
    };

    private static EqualityLookup? Match(Expression part, int at, string row, TableSchema table)
    {
        // or(is_null(arg), eq(column, arg)): the argument filters if it is given.
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
