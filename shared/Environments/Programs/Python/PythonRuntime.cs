using System.Text;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Programs.Runtime;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>
/// The Python runtime that all environments share: embedded source files joined into one module, imports first. It lies beside
/// <c>tools.py</c>, which imports from it the names that it uses.
/// </summary>
internal static partial class PythonRuntime
{
    /// <summary>The module's name, as <c>tools.py</c> imports it.</summary>
    public const string Module = "agentscaler_runtime";

    /// <summary>The module's file in an environment's folder.</summary>
    public const string FileName = Module + ".py";

    private const string Documentation =
        """"
        """What all environments share: values, operators, the typed database, sessions, the comparison of states.

        Python 3.11 or later, standard library only. tools.py and verify.py beside this file use it; it is the same file in every
        environment that the same version of AgentScaler made.
        """


        """";

    private static readonly string[] Files =
    [
        "values.py", "operators.py", "arithmetic.py", "functions.py", "texts.py", "evaluation.py", "arrays.py", "positions.py", "dates.py", "derive.py", "validation.py", "database.py", "keys.py",
        "session.py", "pairing.py", "states.py", "dumps.py",
    ];

    /// <summary>Source of the whole runtime, with the word lists and ranges of derived values.</summary>
    public static string Source { get; } = Build();

    /// <summary>The names that the runtime defines, which no variable of a program may hide.</summary>
    public static IReadOnlySet<string> Names { get; } =
        Definition().Matches(Source).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value).ToHashSet(StringComparer.Ordinal);

    private static string Build()
    {
        var imports = new List<string>();
        var body = new StringBuilder();
        foreach (var file in Files)
        {
            foreach (var line in Read(file).ReplaceLineEndings("\n").TrimEnd().Split('\n'))
            {
                if (line.StartsWith("import ", StringComparison.Ordinal))
                {
                    imports.Add(line);
                }
                else
                {
                    body.Append(line).Append('\n');
                }
            }

            body.Append("\n\n");
        }

        body.Append("DERIVED_WORDS = {\n");
        foreach (var (name, words) in DerivedWords.Lists)
        {
            body.Append("    ").Append(PythonText.Quoted(name)).Append(": ").Append(PythonListing.Of(words, 4)).Append(",\n");
        }

        body.Append("}\n\nDERIVED_RANGES = {\n");
        foreach (var (name, (low, high)) in DerivedNumbers.Ranges)
        {
            body.Append($"    {PythonText.Quoted(name)}: ({PythonText.Literal(low)}, {PythonText.Literal(high)}),\n");
        }

        return Documentation + string.Join('\n', imports.Distinct().Order(StringComparer.Ordinal)) + "\n\n" + MultipleBlankLines()
            .Replace(body.Append("}\n").ToString(), "\n\n\n").TrimStart();
    }

    private static string Read(string file)
    {
        using var stream = typeof(PythonRuntime).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The runtime file {file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The names of the runtime that a piece of generated source uses, in order.</summary>
    public static IReadOnlyList<string> NamesIn(string source) =>
    [
        .. Token().Matches(source).Where(m => m.Groups[1].Success).Select(m => m.Groups[1].Value).Where(Names.Contains)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    // A text is skipped whole, so that a word in it is no name. A name behind a dot belongs to an object, one before
    // an equals sign to a call or a method.
    [GeneratedRegex(@"""""""(?:[^""\\]|\\.|""(?!""""))*""""""|""(?:[^""\\]|\\.)*""|#[^\n]*|(?<![\w.])([A-Za-z_]\w*)\b(?! ?=[^=])", RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?:(?:def|class|import) (\w+)|(\w+) = )", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\n{4,}")]
    private static partial Regex MultipleBlankLines();
}
