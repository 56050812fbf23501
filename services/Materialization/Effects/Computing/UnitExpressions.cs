using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>Writes conversions of units. A program that is told the units by its arguments holds a table of them.</summary>
internal static class UnitExpressions
{
    public static Expression Converted(Computation computation)
    {
        var value = ProgramScope.Value(computation.Operands[0]);
        if (computation is { From: { } from, To: { } to })
        {
            return Converted(value, Entry(Units.Called(from)!), Entry(Units.Called(to)!));
        }

        return new LetIn("source", Looked(computation, computation.From, computation.FromUnit), new LetIn(
            "target", Looked(computation, computation.To, computation.ToUnit), Converted(value, Var("source"), Var("target"))));
    }

    /// <summary>The unit that an argument names, as an object of dimension, factor and offset; null for a name that is none.</summary>
    public static Expression Looked(Computation computation, string? said, ToolParameter? parameter) => parameter is null
        ? Entry(Units.Called(said!)!)
        : Op(Operator.At, Constant(Table(computation, parameter)), Op(Operator.Lower, Op(Operator.Trim, ProgramScope.Value(parameter))));

    private static Expression Converted(Expression value, Expression source, Expression target) => Op(Operator.Div,
        Op(Operator.Sub, Op(Operator.Add, Op(Operator.Mul, value, Part(source, "factor")), Part(source, "offset")), Part(target, "offset")),
        Part(target, "factor"));

    private static Expression Part(Expression unit, string name) =>
        unit is Literal { Value: var entry } ? Constant(entry[name]) : Member(unit, name);

    private static Literal Entry(Unit unit) => Constant(EntryOf(unit));

    private static Value EntryOf(Unit unit) =>
        Value.Object(("dimension", unit.Dimension), ("factor", (double)unit.Factor), ("offset", (double)unit.Offset));

    /// <summary>The units that the argument may name: those of its enumeration, or all.</summary>
    private static Value Table(Computation computation, ToolParameter parameter)
    {
        var allowed = parameter.Node.Enum?.Where(v => v.IsString).Select(v => v.AsString.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return Value.Object([.. computation.Choices.SelectMany(u => u.Names.Where(n => allowed?.Contains(n) != false).Select(n => (n, EntryOf(u))))]);
    }
}
