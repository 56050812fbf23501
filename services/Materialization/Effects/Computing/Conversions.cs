using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>Recognises conversions of units, by the units that the tool's name or its parameters say, and of amounts by a rate.</summary>
internal static class Conversions
{
    private static readonly HashSet<string> OfSource =
        ["from", "from_unit", "unit_from", "unit_in", "in_unit", "input_unit", "source_unit", "source", "original_unit", "initial_unit", "current_unit"];

    private static readonly HashSet<string> OfTarget =
        ["to", "to_unit", "unit_to", "unit_out", "out_unit", "output_unit", "target_unit", "target", "desired_unit", "final_unit", "destination_unit"];

    public static Computation? Of(ToolReading reading, IReadOnlyList<string> words, List<ToolParameter> operands)
    {
        var numbers = operands.FindAll(Computations.IsNumber);
        if (numbers.Count == 1 && operands.Count(p => p.Required) <= 1 && Named(words) is var (from, to))
        {
            return new Computation(Formula.Conversion, numbers) { From = from.Names[0], To = to.Names[0], Dimension = from.Dimension };
        }

        if (numbers.Count == 2 && words.Contains("convert") && numbers.Find(p => p.Words[^1] == "rate") is { } rate)
        {
            return new Computation(Formula.Product, [numbers[0] == rate ? numbers[1] : numbers[0], rate]);
        }

        var source = operands.Find(p => IsUnit(p, OfSource));
        var target = operands.Find(p => IsUnit(p, OfTarget));
        return numbers.Count == 1 && source is not null && target is not null && source != target && SaysUnits(reading, words, source, target)
            ? new Computation(Formula.Conversion, [numbers[0], source, target])
            {
                Dimension = words.FirstOrDefault(Dimension) is { } said ? Measured(said) : null,
            }
            : null;
    }

    /// <summary>The units around a "to": <c>gallon_to_liter</c>, <c>convert_celsius_to_fahrenheit</c>, <c>km2mi</c> is too short to be sure.</summary>
    private static (Unit From, Unit To)? Named(IReadOnlyList<string> words)
    {
        var at = words.ToList().IndexOf("to");
        if (at < 1)
        {
            return null;
        }

        var (before, after) = (words.Take(at).Where(w => w is not ("convert" or "conversion" or "converter")).ToList(),
            words.Skip(at + 1).Where(w => w is not ("conversion" or "converter")).ToList());
        return Units.Called(string.Join(' ', before)) is { } from && Units.Called(string.Join(' ', after)) is { } to && from.Dimension == to.Dimension
            ? (from, to)
            : null;
    }

    private static bool IsUnit(ToolParameter parameter, HashSet<string> names) =>
        parameter.Node.Kind == NodeKind.String && names.Contains(Words.Snake(parameter.Name));

    /// <summary>Whether units are meant and no currencies or languages: by the words, or by the values that are allowed.</summary>
    private static bool SaysUnits(ToolReading reading, IReadOnlyList<string> words, ToolParameter source, ToolParameter target)
    {
        if (source.Node.Enum is { } from && target.Node.Enum is { } to)
        {
            return from.Concat(to).All(v => v.IsString && Units.Called(v.AsString) is not null);
        }

        var described = Words.Split(reading.Tool.Description);
        return words.Any(w => w is "convert" or "conversion" or "converter") && !words.Contains("currency")
            && (words.Any(w => w is "unit" or "units" or "imperial" or "metric" or "si" || Dimension(w))
                || described.Contains("units")
                || described.Contains("unit"));
    }

    private static bool Dimension(string word) => Measured(word) is not null;

    private static string? Measured(string word) => word switch
    {
        "distance" or "height" => "length",
        "weight" => "mass",
        "duration" => "time",
        "storage" => "data",
        "velocity" => "speed",
        _ => Units.Dimensions.Contains(word) ? word : null,
    };
}
