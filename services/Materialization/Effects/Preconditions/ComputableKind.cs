using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Effects.Computing;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses arguments for which there is no value, and says which one is wrong.</summary>
internal sealed class ComputableKind : PreconditionKind<Computable>
{
    protected override IEnumerable<Statement> Check(Computable precondition, ProgramScope scope)
    {
        var computation = precondition.Computation;
        IEnumerable<Statement> given = computation.Operands.Where(p => !p.Required || p.Node.Nullable)
            .Select(p => Refuse(Present(ProgramScope.Value(p)), Constant($"{p.Name} must be given.")));
        IEnumerable<Statement> digits = computation.Digits is { } places
            ? [Refuse(Or(IsNull(ProgramScope.Value(places)), And([Op(Operator.Ge, ProgramScope.Value(places), Constant(0)),
                Op(Operator.Le, ProgramScope.Value(places), Constant(15))])), Constant($"{places.Name} must be from 0 to 15."))]
            : [];
        return [.. given, .. digits, .. OfFormula(computation)];
    }

    protected override IEnumerable<string> Rules(Computable precondition, ToolModel tool) => ComputationRules.Of(precondition.Computation)
        .Select(r => $"`{tool.Name}` needs {r}.");

    private static IEnumerable<Statement> OfFormula(Computation computation)
    {
        var first = computation.Operands[0];
        var last = computation.Operands[^1];
        switch (computation.Formula)
        {
            case Formula.Quotient or Formula.Remainder or Formula.Percentage:
                return [NotZero(last, computation.Formula == Formula.Percentage ? "A percentage of 0 has no value" : "Division by zero")];
            case Formula.PercentChange:
                return [NotZero(first, "A change from 0 has no percentage")];
            case Formula.BodyMassIndex:
                return [Above(last, 0)];
            case Formula.SquareRoot:
                return [Refuse(Op(Operator.Ge, ProgramScope.Value(first), Constant(0)), Constant($"{first.Name} must not be negative."))];
            case Formula.Logarithm or Formula.DecimalLogarithm or Formula.BinaryLogarithm:
                return last == first ? [Above(first, 0)] : [Above(first, 0), Above(last, 0), Refuse(
                    Op(Operator.Ne, ProgramScope.Value(last), Constant(1)), Constant($"{last.Name} must not be 1."))];
            case Formula.Power:
                return [Refuse(Or(Op(Operator.Ne, ProgramScope.Value(first), Constant(0)), Op(Operator.Ge, ProgramScope.Value(last), Constant(0))),
                    Constant("Division by zero: 0 has no negative power."))];
            case Formula.SumOfList:
                return [Numbers(first)];
            case Formula.Mean or Formula.Median or Formula.StandardDeviation or Formula.Variance or Formula.Least or Formula.Greatest or Formula.Spread:
                return [AtLeast(first, 1), Numbers(first)];
            case Formula.SampleDeviation or Formula.SampleVariance:
                return [AtLeast(first, 2), Numbers(first)];
            case Formula.Expression:
                return [Refuse(Present(Op(Operator.Evaluate, ProgramScope.Value(first))),
                    Text(Constant($"{first.Name} is no arithmetic expression that has a value: "), ProgramScope.Value(first)))];
            case Formula.Conversion:
                return OfUnits(computation);
            case Formula.Exchange:
                return [Refuse(Present(ExchangeExpressions.Rate(computation)), Text(
                    Constant("There is no rate from "), ProgramScope.Value(computation.Operands[1]), Constant(" to "), ProgramScope.Value(last)))];
            case Formula.DaysBetween:
                return [Date(first), Date(last)];
            case Formula.Weekday or Formula.Age or Formula.DaysLater or Formula.WeeksLater or Formula.MonthsLater or Formula.YearsLater:
                return [Date(first)];
            case Formula.Distance:
                return [.. computation.Operands.Select((p, i) => Refuse(
                    Op(Operator.Le, Op(Operator.Abs, ProgramScope.Value(p)), Constant(i % 2 == 0 ? 90 : 360)),
                    Constant($"{p.Name} must be from {(i % 2 == 0 ? "-90 to 90" : "-360 to 360")}.")))];
            default:
                return [];
        }
    }

    private static IEnumerable<Statement> OfUnits(Computation computation)
    {
        foreach (var parameter in new[] { computation.FromUnit, computation.ToUnit }.OfType<ToolParameter>())
        {
            yield return Refuse(Present(UnitExpressions.Looked(computation, null, parameter)),
                Text(Constant("Unknown unit: "), ProgramScope.Value(parameter)));
        }

        if (computation.FromUnit is not null || computation.ToUnit is not null)
        {
            var (source, target) = (UnitExpressions.Looked(computation, computation.From, computation.FromUnit),
                UnitExpressions.Looked(computation, computation.To, computation.ToUnit));
            yield return Refuse(Eq(Member(source, "dimension"), Member(target, "dimension")),
                Text(Constant("A unit of "), Member(source, "dimension"), Constant(" is no unit of "), Member(target, "dimension")));
        }
    }

    private static Guard Refuse(Expression unless, Expression message) => new(unless, ErrorCode.InvalidArguments, message);

    private static Guard NotZero(ToolParameter parameter, string fault) =>
        Refuse(Op(Operator.Ne, ProgramScope.Value(parameter), Constant(0)), Constant($"{fault}: {parameter.Name} must not be 0."));

    private static Guard Above(ToolParameter parameter, double bound) =>
        Refuse(Op(Operator.Gt, ProgramScope.Value(parameter), Constant(bound)), Constant($"{parameter.Name} must be greater than {bound:0}."));

    private static Guard AtLeast(ToolParameter list, int items) => Refuse(
        Op(Operator.Ge, Op(Operator.Count, ProgramScope.Value(list)), Constant(items)),
        Constant(items == 1 ? $"{list.Name} must not be empty." : $"{list.Name} must have at least {items} numbers."));

    private static Guard Numbers(ToolParameter list) => Refuse(
        new SearchItems(SearchKind.All, ProgramScope.Value(list), "x", Eq(Op(Operator.KindOf, Var("x")), Constant("number"))),
        Constant($"{list.Name} must hold numbers."));

    private static Guard Date(ToolParameter parameter) => Refuse(
        Op(Operator.Matches, ProgramScope.Value(parameter), Constant("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")),
        Constant($"{parameter.Name} must be a date YYYY-MM-DD."));
}
