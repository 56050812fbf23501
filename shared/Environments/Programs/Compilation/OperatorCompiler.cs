using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Turns operations other than conditions into delegates.</summary>
internal sealed class OperatorCompiler(ExpressionCompiler expressions)
{
    public Evaluate Compile(Operation operation)
    {
        var operands = expressions.All(operation.Operands);
        var name = Words<Operator>.Of(operation.Operator);
        return operation.Operator switch
        {
            Operator.Coalesce => Coalesce(operands),
            Operator.Add => Fold(name, operands, Arithmetic.Add),
            Operator.Mul => Fold(name, operands, Arithmetic.Multiply),
            Operator.Sub => Numbers(name, operands, Arithmetic.Subtract),
            Operator.Div => Numbers(name, operands, Arithmetic.Divide),
            Operator.Mod => Numbers(name, operands, Arithmetic.Modulo),
            Operator.Pow => Power(name, operands),
            Operator.Neg => Number(name, operands[0], x => -x),
            Operator.Abs => Number(name, operands[0], Math.Abs),
            Operator.Floor => Number(name, operands[0], Math.Floor),
            Operator.Ceil => Number(name, operands[0], Math.Ceiling),
            Operator.Sqrt => Number(name, operands[0], Arithmetic.SquareRoot),
            Operator.Root => Strict(operands, (v, m) => ElementaryFunctions.Root(AsNumber(name, v[0]), AsNumber(name, v[1]), m)),
            Operator.Log => Strict(operands, (v, m) => ElementaryFunctions.Log(AsNumber(name, v[0]), v.Length > 1 ? AsNumber(name, v[1]) : null, m)),
            Operator.Exp => Strict(operands, (v, m) => ElementaryFunctions.Exp(AsNumber(name, v[0]), m)),
            Operator.Sin => Strict(operands, (v, m) => ElementaryFunctions.Sin(AsNumber(name, v[0]), m)),
            Operator.Cos => Strict(operands, (v, m) => ElementaryFunctions.Cos(AsNumber(name, v[0]), m)),
            Operator.Atan2 => Strict(operands, (v, m) => ElementaryFunctions.Atan2(AsNumber(name, v[0]), AsNumber(name, v[1]), m)),
            Operator.Round => Round(operands),
            Operator.Min => f => Comparisons.Extreme("min", ExpressionCompiler.Operands(operands, f), -1),
            Operator.Max => f => Comparisons.Extreme("max", ExpressionCompiler.Operands(operands, f), 1),

            Operator.Concat => f => TextOperators.Concat(ExpressionCompiler.Operands(operands, f), f.Meter),
            Operator.Length => Text(name, operands[0], (text, m) => CodePoints.Count(m.Read(text))),
            Operator.Lower => Text(name, operands[0], (text, m) => m.Text(CaseMapping.Lower(text))),
            Operator.Upper => Text(name, operands[0], (text, m) => m.Text(CaseMapping.Upper(text))),
            Operator.Trim => Text(name, operands[0], (text, m) => TextOperators.Trim(m.Read(text))),
            Operator.ToNumber => f => TextOperators.ToNumber(operands[0](f)),
            Operator.KindOf => f => ProgramFailure.Word(operands[0](f)),
            Operator.Evaluate => Text(name, operands[0], ArithmeticText.Evaluate),
            Operator.Similarity => Strict(operands, (v, m) => TextSimilarity.Of(AsText(name, v[0]), AsText(name, v[1]), m)),
            Operator.Matches => Matches(operands),
            Operator.ToText => Strict(operands, (v, m) => TextOperators.Text(v[0], m)),
            Operator.Substring => Strict(operands, (v, m) => TextOperators.Substring(m.Read(AsText(name, v[0])), v[1], v.Length > 2 ? v[2] : null)),
            Operator.Split => Strict(operands, (v, m) => TextOperators.Split(AsText(name, v[0]), AsText(name, v[1]), m)),
            Operator.Join => Strict(operands, (v, m) => TextOperators.Join(CollectionOperators.Items(name, "an array", v[0]), AsText(name, v[1]), m)),
            Operator.Replace => Strict(operands, (v, m) => TextOperators.Replace(AsText(name, v[0]), AsText(name, v[1]), AsText(name, v[2]), m)),

            Operator.IndexOf => f => Positions.Of(operands[0](f), operands[1](f), f.Meter),
            Operator.Zip => Strict(operands, Positions.Zip),
            Operator.At => f => CollectionOperators.At(name, operands[0](f), operands[1](f), f.Meter),
            Operator.Count => f => CollectionOperators.Count(operands[0](f)),
            Operator.Slice => Strict(operands, (v, m) => CollectionOperators.Slice(v[0], v[1], v.Length > 2 ? v[2] : null, m)),
            Operator.Append => f => CollectionOperators.Append(ExpressionCompiler.Operands(operands, f), f.Meter),
            Operator.Remove => FirstStrict(operands, (v, m) => CollectionOperators.Remove(v[0], v[1], m)),
            Operator.Distinct => Strict(operands, (v, m) => CollectionOperators.Distinct(v[0], m)),
            Operator.Reverse => Strict(operands, (v, m) => CollectionOperators.Reverse(v[0], m)),
            Operator.SumOf => f => CollectionOperators.Sum(operands[0](f), f.Meter),
            Operator.MinOf => f => CollectionOperators.Extreme("min_of", operands[0](f), -1, f.Meter),
            Operator.MaxOf => f => CollectionOperators.Extreme("max_of", operands[0](f), 1, f.Meter),
            Operator.Range => Strict(operands, (v, m) => CollectionOperators.Range(v[0], v[1], m)),
            Operator.Put => f => CollectionOperators.Put(name, operands[0](f), operands[1](f), operands[2](f), f.Meter),
            Operator.PutAt => f => Positions.Put(operands[0](f), operands[1](f), operands[2](f), f.Meter),
            Operator.Merge => f => CollectionOperators.Merge(ExpressionCompiler.Operands(operands, f), f.Meter),
            Operator.Without => FirstStrict(operands, (v, m) => CollectionOperators.Without(v, m)),
            Operator.Keys => Strict(operands, (v, m) => CollectionOperators.Parts("keys", v[0], true, m)),
            Operator.Items => Strict(operands, (v, m) => CollectionOperators.Parts("items", v[0], false, m)),

            Operator.AddSeconds => Strict(operands, (v, m) => DateOperators.AddSeconds(v[0], v[1], m)),
            Operator.AddDays => Strict(operands, (v, m) => DateOperators.AddDays(v[0], v[1], m)),
            Operator.AddMonths => Strict(operands, (v, m) => DateOperators.AddMonths(v[0], v[1], m)),
            Operator.SecondsBetween => Strict(operands, (v, m) => DateOperators.SecondsBetween(v[0], v[1], m)),
            Operator.DaysBetween => Strict(operands, (v, m) => DateOperators.DaysBetween(v[0], v[1], m)),
            Operator.DateOf => Strict(operands, (v, m) => DateOperators.DateOf(v[0], m)),
            Operator.DatePart => Strict(operands, (v, m) => DateOperators.Part(v[0], v[1], m)),
            _ => throw new ArgumentException($"There is no operator {operation.Operator}.", nameof(operation)),
        };
    }

    private static Evaluate Coalesce(Evaluate[] operands) => f =>
    {
        foreach (var operand in operands)
        {
            var value = operand(f);
            if (!value.IsNull)
            {
                return value;
            }
        }

        return Value.Null;
    };

    private static Evaluate Number(string name, Evaluate operand, Func<double, double> compute) => f =>
    {
        var value = operand(f);
        return value.IsNull ? Value.Null : compute(AsNumber(name, value));
    };

    /// <summary>Evaluates both operands and checks their kinds, left before right, before null decides.</summary>
    private static Evaluate Numbers(string name, Evaluate[] operands, Func<double, double, double> compute)
    {
        var (left, right) = (operands[0], operands[1]);
        return f =>
        {
            var (a, b) = (left(f), right(f));
            if (a.IsNumber && b.IsNumber)
            {
                return compute(a.AsNumber, b.AsNumber);
            }

            NumberOrNull(name, a);
            NumberOrNull(name, b);
            return Value.Null;
        };
    }

    private static Evaluate Fold(string name, Evaluate[] operands, Func<double, double, double> compute)
    {
        if (operands.Length == 2)
        {
            return Numbers(name, operands, compute);
        }

        return f =>
        {
            var values = ExpressionCompiler.Operands(operands, f);
            var missing = false;
            foreach (var value in values)
            {
                NumberOrNull(name, value);
                missing |= value.IsNull;
            }

            return missing ? Value.Null : values.Skip(1).Aggregate(values[0].AsNumber, (sum, v) => compute(sum, v.AsNumber));
        };
    }

    private static Evaluate Round(Evaluate[] operands) => Strict(operands, (v, _) =>
    {
        var digits = v.Length > 1 ? Arithmetic.Whole("round", v[1]) : 0;
        return Math.Abs(digits) <= 15
            ? Arithmetic.Round(AsNumber("round", v[0]), (int)digits)
            : throw ProgramFailure.Invalid("round takes -15 to 15 digits");
    });

    /// <summary>The steps of a power are charged before null decides, as those of all functions that are computed by series.</summary>
    private static Evaluate Power(string name, Evaluate[] operands) => f =>
    {
        var (a, b) = (operands[0](f), operands[1](f));
        NumberOrNull(name, a);
        NumberOrNull(name, b);
        return a.IsNull || b.IsNull ? Value.Null : Arithmetic.Power(a.AsNumber, b.AsNumber, f.Meter);
    };

    private static Evaluate Matches(Evaluate[] operands)
    {
        var search = new PatternSearch();
        return f => search.Matches(operands[0](f), operands[1](f), f.Meter);
    }

    private static Evaluate Text(string name, Evaluate operand, Func<string, StepMeter, Value> compute) => f =>
    {
        var value = operand(f);
        return value.IsNull ? Value.Null : compute(AsText(name, value), f.Meter);
    };

    /// <summary>Evaluates all operands; the result is null if one of them is null.</summary>
    private static Evaluate Strict(Evaluate[] operands, Func<Value[], StepMeter, Value> compute) => f =>
    {
        var values = ExpressionCompiler.Operands(operands, f);
        return Array.Exists(values, v => v.IsNull) ? Value.Null : compute(values, f.Meter);
    };

    /// <summary>Evaluates all operands; the result is null if the first of them is null.</summary>
    private static Evaluate FirstStrict(Evaluate[] operands, Func<Value[], StepMeter, Value> compute) => f =>
    {
        var values = ExpressionCompiler.Operands(operands, f);
        return values[0].IsNull ? Value.Null : compute(values, f.Meter);
    };

    private static double AsNumber(string name, Value value) =>
        value.IsNumber ? value.AsNumber : throw ProgramFailure.Operand(name, "numbers", value);

    private static string AsText(string name, Value value) =>
        value.IsString ? value.AsString : throw ProgramFailure.Operand(name, "strings", value);

    private static void NumberOrNull(string name, Value value)
    {
        if (!value.IsNull)
        {
            AsNumber(name, value);
        }
    }
}
