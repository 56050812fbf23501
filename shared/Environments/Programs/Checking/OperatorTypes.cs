using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Finds the static type of an operator's result from the types of its operands.</summary>
internal static class OperatorTypes
{
    public static StaticType Result(Operator op, OperatorSignature signature, StaticType[] operands)
    {
        if (operands.Length == 0)
        {
            return StaticType.Of(signature.Result);
        }

        switch (op)
        {
            case Operator.Coalesce:
                return Coalesce(operands);
            case Operator.Min or Operator.Max:
                var kinds = operands.Aggregate(Kinds.None, (all, o) => all | o.Kinds) & signature.Result;
                return StaticType.Of(Array.Exists(operands, o => !o.Kinds.HasFlag(Kinds.Null)) ? kinds & ~Kinds.Null : kinds);
            case Operator.At:
                return operands[0].Items is { } item && !operands[0].Kinds.HasFlag(Kinds.Object) ? item.OrNull() : StaticType.Any;
            case Operator.Slice or Operator.Remove or Operator.Distinct or Operator.Reverse:
                return Nullable(StaticType.ArrayOf(operands[0].Items), operands);
            case Operator.Append:
                return StaticType.ArrayOf(operands[0].Items is { } first ? operands.Skip(1).Aggregate(first, (all, o) => all.Union(o)) : null);
            case Operator.Put:
                return StaticType.Of(operands[0].Kinds & (Kinds.Array | Kinds.Object) | (operands[0].Kinds.HasFlag(Kinds.Null) ? Kinds.Object : 0));
            case Operator.Split or Operator.Keys:
                return Nullable(StaticType.ArrayOf(StaticType.String), operands);
            case Operator.Zip:
                var items = operands.Aggregate<StaticType, StaticType?>(null, (all, o) => all?.Union(o) ?? o)!.Items;
                return Nullable(StaticType.ArrayOf(StaticType.ArrayOf(items)), operands);
            case Operator.Range:
                return Nullable(StaticType.ArrayOf(StaticType.Number), operands);
            default:
                var type = StaticType.Of(signature.Result);
                return signature.NullResult ? Nullable(type, operands) : type;
        }
    }

    private static StaticType Nullable(StaticType type, StaticType[] operands) =>
        Array.Exists(operands, o => o.Kinds.HasFlag(Kinds.Null)) ? type.OrNull() : type;

    private static StaticType Coalesce(StaticType[] operands)
    {
        StaticType? all = null;
        foreach (var operand in operands)
        {
            var present = operand with { Kinds = operand.Kinds & ~Kinds.Null };
            all = all is null ? present : all.Union(present);
        }

        return Array.Exists(operands, o => !o.Kinds.HasFlag(Kinds.Null)) ? all! : all!.OrNull();
    }
}
