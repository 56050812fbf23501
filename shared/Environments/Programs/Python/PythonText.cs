using System.Globalization;
using System.Text;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>Literals, names and comments of Python source.</summary>
internal static class PythonText
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
        "return", "try", "while", "with", "yield", "match", "case", "type", "self", "print", "list", "dict", "str", "int", "float",
        "bool", "len", "max", "min", "sum", "object", "Any", "super", "tuple", "set", "sorted", "range", "map", "any", "all", "abs",
        "isinstance", "Exception", "ValueError",
    };

    public static string Literal(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                return "None";
            case ValueKind.Boolean:
                return value.IsTrue ? "True" : "False";
            case ValueKind.Number:
                return Number(value.AsNumber);
            case ValueKind.String:
                return Quoted(value.AsString);
            case ValueKind.Array:
                return "[" + string.Join(", ", value.AsArray.ToArray().Select(Literal)) + "]";
            default:
                return "{" + string.Join(", ", value.AsObject.Select(m => Quoted(m.Key) + ": " + Literal(m.Value))) + "}";
        }
    }

    /// <summary>A string literal; JSON's escapes are Python's too.</summary>
    public static string Quoted(string text) => ((Value)text).ToJson();

    /// <summary>Turns a name into a Python identifier that is neither a keyword nor a name that generated code uses.</summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            text.Append(char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_');
        }

        if (text.Length == 0 || char.IsAsciiDigit(text[0]))
        {
            text.Insert(0, '_');
        }

        // Two underscores at the start would be mangled inside the class.
        var identifier = text.ToString();
        identifier = identifier.StartsWith("__", StringComparison.Ordinal) ? "_" + identifier.TrimStart('_') : identifier;
        identifier = identifier.Trim('_').Length == 0 ? "value" : identifier;
        return Keywords.Contains(identifier) || PythonRuntime.Names.Contains(identifier) ? identifier + "_" : identifier;
    }

    /// <summary>Escapes and wraps text for a docstring.</summary>
    public static string Documentation(string text, string indent)
    {
        var clean = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"\"\"", "\\\"\\\"\\\"", StringComparison.Ordinal);
        clean = clean.EndsWith('"') ? clean + " " : clean;
        var lines = clean.ReplaceLineEndings("\n").Split('\n').Select(Printable).Select(l => l.Trim());
        return string.Join("\n", lines.Select((l, i) => i == 0 || l.Length == 0 ? l : indent + l)).TrimEnd('\n');
    }

    private static string Number(double number)
    {
        if (Math.Floor(number) == number && Math.Abs(number) <= Value.MaxInteger)
        {
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    /// <summary>Replaces control characters, and the separators that Python counts as ends of lines, by spaces.</summary>
    private static string Printable(string line) =>
        string.Concat(line.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
