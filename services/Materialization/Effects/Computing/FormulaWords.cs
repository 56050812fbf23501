namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>
/// The words by which tools are called that compute. A formula is recognised where all words of a name belong to it, apart from those that say
/// nothing about it, so that <c>add_class</c> adds no numbers.
/// </summary>
internal static class FormulaWords
{
    /// <summary>Words that any computing tool may have in its name.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "calculate", "calculator", "calc", "compute", "get", "find", "number", "numbers", "num", "nums", "value", "values", "two", "of", "the", "a", "b", "and",
        "list", "array", "integer", "integers", "float", "floats", "math", "maths", "do", "from", "simple", "arithmetic", "operation", "tool", "by", "together",
        "data", "for", "in", "is", "on", "to", "with", "decimal", "basic", "function", "result", "determine", "perform", "return", "x", "y", "an",
    };

    private static readonly (Formula Formula, string[] Names)[] OfTwo =
    [
        (Formula.Sum, ["add", "addition", "sum", "plus"]),
        (Formula.Difference, ["subtract", "subtraction", "minus", "difference"]),
        (Formula.Product, ["multiply", "multiplication", "times", "product"]),
        (Formula.Quotient, ["divide", "division", "quotient"]),
        (Formula.Remainder, ["modulo", "mod", "modulus", "remainder"]),
        (Formula.Power, ["power", "pow", "exponent", "exponentiate", "exponentiation", "raise power"]),
        (Formula.PercentChange, ["percentage change", "percent change", "percentage increase", "percent increase"]),
        (Formula.Percentage, ["percentage", "percent"]),
        (Formula.Smaller, ["min", "minimum", "smaller"]),
        (Formula.Larger, ["max", "maximum", "larger"]),
        (Formula.Logarithm, ["logarithm", "log"]),
        (Formula.BodyMassIndex, ["bmi", "body mass index"]),
        (Formula.TriangleArea, ["triangle area", "area triangle"]),
        (Formula.Product, ["area", "rectangle area", "area rectangle"]),
    ];

    private static readonly (Formula Formula, string[] Names)[] OfOne =
    [
        (Formula.SquareRoot, ["square root", "sqrt"]),
        (Formula.CubeRoot, ["cube root", "cubic root", "cbrt"]),
        (Formula.Square, ["square", "squared"]),
        (Formula.Cube, ["cube", "cubed"]),
        (Formula.Absolute, ["absolute", "abs"]),
        (Formula.Rounded, ["round", "rounding", "rounded", "round places", "round nearest"]),
        (Formula.Floor, ["floor", "round down"]),
        (Formula.Ceiling, ["ceil", "ceiling", "round up"]),
        (Formula.Logarithm, ["logarithm", "log", "ln", "natural logarithm", "natural log"]),
        (Formula.DecimalLogarithm, ["log10", "log 10", "common logarithm"]),
        (Formula.BinaryLogarithm, ["log2", "log 2", "binary logarithm"]),
        (Formula.CircleArea, ["circle area", "area circle"]),
    ];

    private static readonly (Formula Formula, string[] Names)[] OfList =
    [
        (Formula.SumOfList, ["sum", "total", "add", "addition", "summation"]),
        (Formula.Mean, ["mean", "average", "avg"]),
        (Formula.Median, ["median"]),
        (Formula.SampleDeviation, ["sample standard deviation", "sample deviation"]),
        (Formula.StandardDeviation, ["standard deviation", "deviation", "std", "stdev", "stddev", "std dev", "population standard deviation"]),
        (Formula.SampleVariance, ["sample variance"]),
        (Formula.Variance, ["variance", "population variance"]),
        (Formula.Least, ["min", "minimum", "smallest", "lowest"]),
        (Formula.Greatest, ["max", "maximum", "largest", "highest"]),
        (Formula.Spread, ["range"]),
    ];

    private static readonly (Formula Formula, string[] Names)[] OfText =
    [
        (Formula.UpperCase, ["uppercase", "upper", "upper case"]),
        (Formula.LowerCase, ["lowercase", "lower", "lower case"]),
        (Formula.Reversed, ["reverse", "reversed"]),
        (Formula.WordCount, ["word count", "count words", "words count", "wordcount"]),
        (Formula.Length, ["length", "character count", "count characters", "char count", "count chars"]),
    ];

    private static readonly HashSet<string> PlainOfTexts = ["text", "string", "str", "convert", "transform", "make", "sentence", "input", "case"];

    public static Formula? Two(IReadOnlyList<string> words) => Find(OfTwo, Core(words));

    public static Formula? One(IReadOnlyList<string> words) => Find(OfOne, Core(words));

    public static Formula? List(IReadOnlyList<string> words) => Find(OfList, Core(words));

    public static Formula? Text(IReadOnlyList<string> words) =>
        Find(OfText, Core(words)) ?? Find(OfText, Core([.. words.Where(w => !PlainOfTexts.Contains(w))]));

    /// <summary>The words of a name that say what is computed.</summary>
    public static string Core(IReadOnlyList<string> words) => string.Join(' ', words.Where(w => !Plain.Contains(w)));

    private static Formula? Find((Formula Formula, string[] Names)[] table, string core) =>
        Array.Find(table, t => t.Names.Contains(core)) is { Names: not null } found ? found.Formula : null;
}
