using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Pure computations whose formula the name gives away; everything else without a database is derived.</summary>
internal static class Formulas
{
    /// <summary>Whether the name of a tool gives a formula away whose value the result has a place for.</summary>
    public static bool Know(ToolReading reading) => reading.Result.Kind is ResultKind.Scalar or ResultKind.Unknown
        && reading.Result.Payload is { Kind: NodeKind.Number or NodeKind.Integer or NodeKind.Any or NodeKind.Object, Enum: null }
            && Compute(reading.Tool, reading.Parameters) is not null;

    public static void Write(ProgramScope scope, LookupEffect effect)
    {
        var result = scope.Tool.Result;
        if (!effect.Computed)
        {
            scope.Body.Add(new Return(new ResultShaper(scope).OfArguments()));
            return;
        }

        var formula = Compute(scope.Tool.Tool, scope.Tool.Parameters)!;
        var rounded = result.Payload.Kind == NodeKind.Integer ? Op(Operator.Round, formula) : formula;
        scope.Body.Add(new Return(result.Payload.Kind == NodeKind.Object || result.Kind == ResultKind.Unknown ? Record(("result", rounded)) : rounded));
    }

    private static Operation? Compute(ToolSpecification tool, IReadOnlyList<ToolParameter> parameters)
    {
        var numbers = parameters.Where(p => p.Required && p.Node.Kind is NodeKind.Integer or NodeKind.Number && p.Container is null).ToList();
        var words = NameWords.Of(tool);
        var lists = parameters.Where(p => p.Required && p.Node.Kind == NodeKind.Array && p.Node.Items.Kind is NodeKind.Integer or NodeKind.Number).ToList();
        if (lists.Count == 1 && numbers.Count == 0)
        {
            var list = Arg(lists[0].Name);
            return words.Contains("sum") || words.Contains("total") ? Op(Operator.SumOf, list)
                : words.Contains("mean") || words.Contains("average")
                    ? Op(Operator.Div, Op(Operator.SumOf, list), Op(Operator.Max, Constant(1), Op(Operator.Count, list)))
                : null;
        }

        Expression? P(params ReadOnlySpan<string> names)
        {
            foreach (var wanted in names)
            {
                if (numbers.FirstOrDefault(p => Words.Snake(p.Name) == wanted) is { } found)
                {
                    return Arg(found.Name);
                }
            }

            return null;
        }

        if (words.Contains("bmi") && P("weight", "weight_kg") is { } weight && P("height", "height_m") is { } height)
        {
            return Op(Operator.Round, Op(Operator.Div, weight, Op(Operator.Max, Op(Operator.Mul, height, height), Constant(0.0001))), Constant(2));
        }

        if (words.Contains("area") && words.Contains("triangle") && P("base") is { } side && P("height") is { } tall)
        {
            return Op(Operator.Div, Op(Operator.Mul, side, tall), Constant(2));
        }

        if (words.Contains("area") && words.Contains("circle") && P("radius") is { } radius)
        {
            return Op(Operator.Mul, Constant(Math.PI), radius, radius);
        }

        if (words.Contains("area") && P("length") is { } length && P("width") is { } width)
        {
            return Op(Operator.Mul, length, width);
        }

        if (numbers.Count == 2 && parameters.Count(p => p.Role != ParameterRole.Boilerplate) == 2)
        {
            var (a, b) = ((Expression)Arg(numbers[0].Name), (Expression)Arg(numbers[1].Name));
            return words[0] switch
            {
                "add" or "sum" or "plus" => Op(Operator.Add, a, b),
                "subtract" or "minus" => Op(Operator.Sub, a, b),
                "multiply" or "times" or "product" => Op(Operator.Mul, a, b),
                "divide" => Op(Operator.Div, a, b),
                _ => null,
            };
        }

        return null;
    }
}
