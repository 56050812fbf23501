using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Programs;

/// <summary>Short forms of the program records, so that a synthesized program reads like one.</summary>
internal static class Ast
{
    public static Literal Null { get; } = new(Value.Null);

    public static Literal True { get; } = new(Value.True);

    public static Literal Constant(Value value) => new(value);

    public static Argument Arg(string name) => new(name);

    public static Variable Var(string name) => new(name);

    public static Field Member(Expression target, string name) => new(target, name);

    public static Operation Op(Operator op, params IReadOnlyList<Expression> operands) => new(op, operands);

    public static Expression And(IReadOnlyList<Expression> all) => all.Count == 1 ? all[0] : Op(Operator.And, all);

    public static Operation Or(params IReadOnlyList<Expression> any) => Op(Operator.Or, any);

    public static Operation Not(Expression operand) => Op(Operator.Not, operand);

    public static Operation Eq(Expression left, Expression right) => Op(Operator.Eq, left, right);

    public static Operation IsNull(Expression operand) => Op(Operator.IsNull, operand);

    public static Operation Present(Expression operand) => Not(IsNull(operand));

    public static Operation Coalesce(params IReadOnlyList<Expression> operands) => Op(Operator.Coalesce, operands);

    public static Operation Text(params IReadOnlyList<Expression> parts) => Op(Operator.Concat, parts);

    public static Conditional When(Expression condition, Expression then, Expression otherwise) => new(condition, then, otherwise);

    public static ObjectLiteral Record(params IReadOnlyList<(string Name, Expression Value)> members) =>
        new([.. members.Select(m => KeyValuePair.Create(m.Name, m.Value))]);

    public static KeyValuePair<string, Expression> Set(string name, Expression value) => KeyValuePair.Create(name, value);

    public static Guard NotFound(Expression condition, params IReadOnlyList<Expression> message) => new(condition, ErrorCode.NotFound, Text(message));

    public static Guard Precondition(Expression condition, params IReadOnlyList<Expression> message) =>
        new(condition, ErrorCode.PreconditionFailed, Text(message));
}
