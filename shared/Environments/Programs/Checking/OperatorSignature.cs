using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>The number and kinds of an operator's operands, and the kinds of its result.</summary>
/// <param name="Operands">Kinds by position. The last one applies to all further operands.</param>
/// <param name="Result">Kinds of the result when no operand is null.</param>
/// <param name="NullResult">Whether a null operand gives null.</param>
internal sealed record OperatorSignature(int Least, int Most, Kinds[] Operands, Kinds Result, bool NullResult)
{
    private const int Many = ProgramLimits.Nodes;
    private const Kinds B = Kinds.Boolean | Kinds.Null;
    private const Kinds N = Kinds.Number | Kinds.Null;
    private const Kinds S = Kinds.String | Kinds.Null;
    private const Kinds A = Kinds.Array | Kinds.Null;
    private const Kinds O = Kinds.Object | Kinds.Null;
    private const Kinds Ordered = Kinds.Number | Kinds.String | Kinds.Null;

    private static readonly Dictionary<Operator, OperatorSignature> All = new()
    {
        [Operator.And] = Total(1, Many, Kinds.Boolean, B),
        [Operator.Or] = Total(1, Many, Kinds.Boolean, B),
        [Operator.Not] = Total(1, 1, Kinds.Boolean, B),
        [Operator.Eq] = Total(2, 2, Kinds.Boolean, Kinds.Any),
        [Operator.Ne] = Total(2, 2, Kinds.Boolean, Kinds.Any),
        [Operator.Lt] = Total(2, 2, Kinds.Boolean, Ordered),
        [Operator.Le] = Total(2, 2, Kinds.Boolean, Ordered),
        [Operator.Gt] = Total(2, 2, Kinds.Boolean, Ordered),
        [Operator.Ge] = Total(2, 2, Kinds.Boolean, Ordered),
        [Operator.IsNull] = Total(1, 1, Kinds.Boolean, Kinds.Any),
        [Operator.Coalesce] = Total(1, Many, Kinds.Any, Kinds.Any),

        [Operator.Add] = Strict(1, Many, Kinds.Number, N),
        [Operator.Sub] = Strict(2, 2, Kinds.Number, N),
        [Operator.Mul] = Strict(1, Many, Kinds.Number, N),
        [Operator.Div] = Strict(2, 2, Kinds.Number, N),
        [Operator.Mod] = Strict(2, 2, Kinds.Number, N),
        [Operator.Neg] = Strict(1, 1, Kinds.Number, N),
        [Operator.Abs] = Strict(1, 1, Kinds.Number, N),
        [Operator.Round] = Strict(1, 2, Kinds.Number, N),
        [Operator.Floor] = Strict(1, 1, Kinds.Number, N),
        [Operator.Ceil] = Strict(1, 1, Kinds.Number, N),
        [Operator.Min] = Total(1, Many, Ordered, Ordered),
        [Operator.Max] = Total(1, Many, Ordered, Ordered),
        [Operator.Pow] = Strict(2, 2, Kinds.Number, N),
        [Operator.Sqrt] = Strict(1, 1, Kinds.Number, N),
        [Operator.Root] = Strict(2, 2, Kinds.Number, N),
        [Operator.Log] = Strict(1, 2, Kinds.Number, N),
        [Operator.Exp] = Strict(1, 1, Kinds.Number, N),
        [Operator.Sin] = Strict(1, 1, Kinds.Number, N),
        [Operator.Cos] = Strict(1, 1, Kinds.Number, N),
        [Operator.Atan2] = Strict(2, 2, Kinds.Number, N),

        [Operator.Concat] = Total(1, Many, Kinds.String, Kinds.Any),
        [Operator.Length] = Strict(1, 1, Kinds.Number, S),
        [Operator.Lower] = Strict(1, 1, Kinds.String, S),
        [Operator.Upper] = Strict(1, 1, Kinds.String, S),
        [Operator.Trim] = Strict(1, 1, Kinds.String, S),
        [Operator.Contains] = Total(2, 2, Kinds.Boolean, S),
        [Operator.StartsWith] = Total(2, 2, Kinds.Boolean, S),
        [Operator.EndsWith] = Total(2, 2, Kinds.Boolean, S),
        [Operator.Substring] = Strict(2, 3, Kinds.String, S, N),
        [Operator.Split] = Strict(2, 2, Kinds.Array, S),
        [Operator.Join] = Strict(2, 2, Kinds.String, A, S),
        [Operator.Replace] = Strict(3, 3, Kinds.String, S),
        [Operator.ToText] = Strict(1, 1, Kinds.String, Kinds.Any),
        [Operator.ToNumber] = Total(1, 1, N, Kinds.Any),
        [Operator.KindOf] = Total(1, 1, Kinds.String, Kinds.Any),
        [Operator.Evaluate] = Total(1, 1, N, S),
        [Operator.Similarity] = Strict(2, 2, Kinds.Number, S),
        [Operator.Matches] = Total(2, 2, Kinds.Boolean, S),

        [Operator.Has] = Total(2, 2, Kinds.Boolean, A | O, Kinds.Any),
        [Operator.IndexOf] = Total(2, 2, N, Kinds.Array | S, Kinds.Any),
        [Operator.At] = Total(2, 2, Kinds.Any, A | O, N | S),
        [Operator.Count] = Total(1, 1, Kinds.Number, A | O),
        [Operator.Slice] = Strict(2, 3, Kinds.Array, A, N),
        [Operator.Append] = Total(2, Many, Kinds.Array, A, Kinds.Any),
        [Operator.Remove] = new(2, 2, [A, Kinds.Any], Kinds.Array, true),
        [Operator.Distinct] = Strict(1, 1, Kinds.Array, A),
        [Operator.Reverse] = Strict(1, 1, Kinds.Array, A),
        [Operator.SumOf] = Total(1, 1, Kinds.Number, A),
        [Operator.MinOf] = Total(1, 1, Ordered, A),
        [Operator.MaxOf] = Total(1, 1, Ordered, A),
        [Operator.Range] = Strict(2, 2, Kinds.Array, N),
        [Operator.Zip] = Strict(2, Many, Kinds.Array, A),
        [Operator.Put] = Total(3, 3, Kinds.Array | Kinds.Object, A | O, Kinds.Number | Kinds.String, Kinds.Any),
        [Operator.PutAt] = Total(3, 3, Kinds.Any, A | O, Kinds.Array, Kinds.Any),
        [Operator.Merge] = Total(1, Many, Kinds.Object, O),
        [Operator.Without] = new(2, Many, [O, S], Kinds.Object, true),
        [Operator.Keys] = Strict(1, 1, Kinds.Array, O),
        [Operator.Items] = Strict(1, 1, Kinds.Array, O),

        [Operator.AddSeconds] = Strict(2, 2, Kinds.String, S, N),
        [Operator.AddDays] = Strict(2, 2, Kinds.String, S, N),
        [Operator.AddMonths] = Strict(2, 2, Kinds.String, S, N),
        [Operator.SecondsBetween] = Strict(2, 2, Kinds.Number, S),
        [Operator.DaysBetween] = Strict(2, 2, Kinds.Number, S),
        [Operator.DateOf] = Strict(1, 1, Kinds.String, S),
        [Operator.DatePart] = Strict(2, 2, Kinds.Number, S, Kinds.String),
    };

    public static OperatorSignature Of(Operator op) => All[op];

    public Kinds Operand(int index) => Operands[Math.Min(index, Operands.Length - 1)];

    private static OperatorSignature Total(int least, int most, Kinds result, params Kinds[] operands) =>
        new(least, most, operands, result, false);

    private static OperatorSignature Strict(int least, int most, Kinds result, params Kinds[] operands) =>
        new(least, most, operands, result, true);
}
