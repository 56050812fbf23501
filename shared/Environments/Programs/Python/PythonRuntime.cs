using System.Text;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Programs.Runtime;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>The Python runtime: embedded source files joined into one text, imports first.</summary>
internal static partial class PythonRuntime
{
    private static readonly string[] Files =
    [
        "values.py", "operators.py", "arithmetic.py", "texts.py", "arrays.py", "dates.py", "derive.py", "validation.py", "database.py", "keys.py",
        "session.py", "states.py",
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

        return string.Join('\n', imports.Distinct().Order(StringComparer.Ordinal)) + "\nfrom typing import Any\n\n" + MultipleBlankLines().Replace(body.Append("}\n").ToString(), "\n\n\n").TrimStart();
    }

    private static string Read(string file)
    {
        using var stream = typeof(PythonRuntime).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The runtime file {file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^(?:(?:def|class|import) (\w+)|(\w+) = )", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\n{4,}")]
    private static partial Regex MultipleBlankLines();
}
