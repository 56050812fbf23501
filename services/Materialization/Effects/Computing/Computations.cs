using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>Recognises tools whose words say that they compute, by their names and the kinds of their parameters.</summary>
internal static class Computations
{
    private static readonly HashSet<string> ForDigits = ["precision", "decimals", "decimal_places", "digits", "ndigits", "places", "decimal", "num_digits"];

    /// <summary>What a tool computes; null where its words do not say it, an argument is not understood, or the result has no place for the value.</summary>
    public static Computation? Of(ToolReading reading)
    {
        var inputs = reading.Parameters.Where(p => p.Role != ParameterRole.Boilerplate).ToList();
        if (inputs.Count == 0 || inputs.Exists(p => p.Container is not null || p.InPath) || reading.OnItem)
        {
            return null;
        }

        var words = NameWords.Of(reading.Tool);
        var digits = inputs.Find(p => IsNumber(p) && ForDigits.Contains(Words.Snake(p.Name)));
        var operands = inputs.Where(p => p != digits).ToList();
        var found = OfNumbers(words, operands) ?? Conversions.Of(reading, words, operands) ?? OfTexts(words, operands) ?? Calendar.Of(words, operands);
        if (found is null || operands.Exists(p => p.Required && !found.Operands.Contains(p)))
        {
            return null;
        }

        var kept = digits is null || FormulaExpressions.IsText(found.Formula) ? found
            : found with { Digits = digits, Significant = digits.Words[^1] == "precision" };
        return ResultPlaces.Of(reading, kept) is { } place ? kept with { Place = place } : null;
    }

    public static bool IsNumber(ToolParameter parameter) =>
        parameter.Node.Kind is NodeKind.Integer or NodeKind.Number && parameter.Node.Enum is null && parameter.Words[^1] is not "id";

    private static Computation? OfNumbers(IReadOnlyList<string> words, List<ToolParameter> operands)
    {
        var numbers = operands.FindAll(IsNumber);
        var lists = operands.FindAll(p => p.Node.Kind == NodeKind.Array && p.Node.Items.Kind is NodeKind.Integer or NodeKind.Number or NodeKind.Any);
        if (lists.Count == 1 && numbers.Count == 0)
        {
            return FormulaWords.List(words) is { } formula ? new Computation(formula, lists) : null;
        }

        return numbers.Count switch
        {
            1 => FormulaWords.One(words) is { } formula ? new Computation(formula, numbers) : null,
            2 => FormulaWords.Two(words) is { } formula ? Ordered(formula, numbers) : null,
            4 => Distance(words, numbers),
            _ => null,
        };
    }

    /// <summary>The operands in the order of the formula, where their names tell another than the document's.</summary>
    private static Computation Ordered(Formula formula, List<ToolParameter> numbers)
    {
        if (formula == Formula.Percentage && numbers.Exists(p => p.Words.Contains("percentage") || p.Words.Contains("percent")))
        {
            return new Computation(Formula.PercentOf, numbers);
        }

        string[] seconds = formula switch
        {
            Formula.Quotient or Formula.Remainder => ["denominator", "divisor"],
            Formula.Percentage => ["whole", "total"],
            Formula.PercentChange => ["new", "final", "current", "end"],
            Formula.Power => ["exponent", "power"],
            Formula.Difference => ["subtrahend"],
            Formula.Logarithm => ["base"],
            Formula.BodyMassIndex => ["height"],
            _ => [],
        };
        var first = seconds.Any(numbers[0].Words.Contains) && !seconds.Any(numbers[1].Words.Contains);
        return new Computation(formula, first ? [numbers[1], numbers[0]] : numbers);
    }

    private static Computation? Distance(IReadOnlyList<string> words, List<ToolParameter> numbers)
    {
        if (!words.Any(w => w is "distance" or "haversine"))
        {
            return null;
        }

        var latitudes = numbers.FindAll(p => p.Words.Any(w => w.StartsWith("lat", StringComparison.Ordinal)));
        var longitudes = numbers.FindAll(p => p.Words.Any(w => w.StartsWith("lon", StringComparison.Ordinal) || w.StartsWith("lng", StringComparison.Ordinal)));
        return latitudes.Count == 2 && longitudes.Count == 2
            ? new Computation(Formula.Distance, [latitudes[0], longitudes[0], latitudes[1], longitudes[1]])
            : null;
    }

    private static Computation? OfTexts(IReadOnlyList<string> words, List<ToolParameter> operands)
    {
        if (operands.FindAll(p => p.Node is { Kind: NodeKind.String, Enum: null, Format: null }) is not [var text])
        {
            return null;
        }

        if (text.Words[^1] is "expression" or "expr" or "formula" or "equation" or "calculation")
        {
            var core = FormulaWords.Core(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return Array.TrueForAll(core, w => w is "evaluate" or "eval" or "expression" or "solve" or "mathematical" or "execute" or "calculation" or "run")
                ? new Computation(Formula.Expression, [text])
                : null;
        }

        return text.Words[^1] is "text" or "string" or "str" or "sentence" or "word" or "input" or "content" or "s"
            && FormulaWords.Text(words) is { } formula ? new Computation(formula, [text]) : null;
    }
}
