using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>There is a value for the arguments: no division by zero, no unknown unit, no nonsense.</summary>
public sealed record Computable(Computation Computation) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => "nothing that can be computed";

    public override bool Holds(Situation situation) => Computation.Accepts(situation);

    public override IEnumerable<Violation> Violations(Situation valid) => Computation.Formula switch
    {
        Formula.Quotient or Formula.Remainder or Formula.Percentage => [Violation.By(Computation.Operands[1], 0)],
        Formula.PercentChange or Formula.Logarithm or Formula.DecimalLogarithm or Formula.BinaryLogarithm => [Violation.By(Computation.Operands[0], 0)],
        Formula.SquareRoot => [Violation.By(Computation.Operands[0], -1)],
        Formula.Expression => [Violation.By(Computation.Operands[0], "two plus three")],
        Formula.Conversion => [.. new[] { Computation.FromUnit, Computation.ToUnit }.OfType<ToolParameter>().Where(p => p.Node.Enum is null)
            .Select(p => Violation.By(p, "smoots"))],
        Formula.Exchange => [.. Computation.Operands.Skip(1).Where(p => p.Node.Enum is null).Select(p => Violation.By(p, "no currency"))],
        _ => [],
    };
}
