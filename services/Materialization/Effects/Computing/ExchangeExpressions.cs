using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>Writes conversions of money by the rates of a table.</summary>
internal static class ExchangeExpressions
{
    public static Expression Converted(Computation computation) =>
        Op(Operator.Mul, ProgramScope.Value(computation.Operands[0]), Rate(computation));

    /// <summary>The rate between the currencies of a call, or null.</summary>
    public static Expression Rate(Computation computation)
    {
        var rates = computation.Rates!;
        var (from, to) = (ProgramScope.Value(computation.Operands[1]), ProgramScope.Value(computation.Operands[2]));
        var found = rates.To is { } target
            ? Coalesce(Found(rates, row => [Is(row, rates.From, from), Is(row, target, to)]),
                Op(Operator.Div, Constant(1), Found(rates, row => [Is(row, rates.From, to), Is(row, target, from)])))
            : (Expression)Op(Operator.Div, Found(rates, row => [Is(row, rates.From, to)]), Found(rates, row => [Is(row, rates.From, from)]));
        return When(Eq(from, to), Constant(1), found);
    }

    private static Operation Is(Expression row, ColumnModel column, Expression value) => Eq(Member(row, column.Name), value);

    /// <summary>A rate above 0; null where there is none.</summary>
    private static LetIn Found(ExchangeRates rates, Func<Expression, IReadOnlyList<Expression>> where) => new("found",
        Member(ProgramScope.First(rates.Table, row => And(where(row))), rates.Rate.Name),
        When(Op(Operator.Gt, Var("found"), Constant(0)), Var("found"), Null));
}
