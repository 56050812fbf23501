using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Pure computations whose formula the name gives away; everything else without a database is derived.</summary>
internal static class Formulas
{
    public static void Lookup(ProgramScope scope)
    {
        var shaper = new ResultShaper(scope);
        var result = scope.Intent.Reading.Result;
        var formula = result.Kind is ResultKind.Scalar or ResultKind.Unknown ? Compute(scope.Intent.Reading) : null;
        if (formula is null || result.Payload.Kind is not (NodeKind.Number or NodeKind.Integer or NodeKind.Any or NodeKind.Object) || result.Payload.Enum is not null)
        {
            scope.Intent.Evidence.Add("No table holds the answer: it is derived from the arguments, always the same for the same.");
            scope.Body.Add(new Return(shaper.OfArguments()));
            return;
        }

        var rounded = result.Payload.Kind == NodeKind.Integer ? Op(Operator.Round, formula) : formula;
        scope.Intent.Evidence.Add("The name gives the formula away.");
        scope.Body.Add(new Return(result.Payload.Kind == NodeKind.Object || result.Kind == ResultKind.Unknown ? Record(("result", rounded)) : rounded));
    }

    private static Operation? Compute(ToolReading reading)
    {
        var numbers = reading.Parameters.Where(p => p.Required && p.Node.Kind is NodeKind.Integer or NodeKind.Number && p.Container is null).ToList();
        var words = NameWords.Of(reading.Tool);
        var lists = reading.Parameters.Where(p => p.Required && p.Node.Kind == NodeKind.Array && p.Node.Items.Kind is NodeKind.Integer or NodeKind.Number).ToList();
        if (lists.Count == 1 && numbers.Count == 0)
        {
            var list = Arg(lists[0].Name);
            return words.Contains("sum") || words.Contains("total") ? Op(Operator.SumOf, list)
                : words.Contains("mean") || words.Contains("average") ? Op(Operator.Div, Op(Operator.SumOf, list), Op(Operator.Max, Constant(1), Op(Operator.Count, list)))
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

        if (numbers.Count == 2 && reading.Parameters.Count(p => p.Role != ParameterRole.Boilerplate) == 2)
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
