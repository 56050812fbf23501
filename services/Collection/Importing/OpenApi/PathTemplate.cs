using System.Collections.Frozen;
using System.Text;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>
/// Reads a path template of any framework and gives it plain variables: <c>{proxy+}</c>, <c>{*path}</c>,
/// <c>{id:int}</c>, <c>{name=shelves/*}</c>, <c>{id?}</c>, <c>{?q,lang}</c>, <c>:id</c>, <c>&lt;int:id&gt;</c>, <c>[id]</c>.
/// </summary>
internal sealed class PathTemplate
{
    // The words before the colon in "<int:id>". In other templates the name is there.
    private static readonly FrozenSet<string> Converters = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "int", "integer", "float", "number", "string", "str", "path", "uuid", "any", "slug", "regex", "re", "default", "bool",
            "date");

    private readonly List<string> _variables = [];
    private readonly List<string> _optional = [];
    private readonly List<string> _query = [];
    private readonly StringBuilder _plain = new();

    private PathTemplate()
    {
    }

    /// <summary>The path with each variable as <c>{name}</c>, without those of the query.</summary>
    public string Plain => _plain.ToString();

    /// <summary>Names of the variables, in the order of the path.</summary>
    public IReadOnlyList<string> Variables => _variables;

    /// <summary>The optional variables.</summary>
    public IReadOnlyList<string> Optional => _optional;

    /// <summary>Names that the template puts into the query.</summary>
    public IReadOnlyList<string> Query => _query;

    /// <param name="isDeclared">Whether the path has a declared parameter of a name, because a segment like <c>:id</c> may be a literal.</param>
    public static PathTemplate Parse(string path, Func<string, bool> isDeclared)
    {
        var template = new PathTemplate();
        var hasBraces = path.Contains('{', StringComparison.Ordinal);
        for (var at = 0; at < path.Length;)
        {
            at = path[at] switch
            {
                '{' when Closing(path, at, '{', '}') is var end and > 0 => template.Braces(path[(at + 1)..end], end, isDeclared),
                '<' when path.IndexOf('>', at) is var end and > 0 => template.Angles(path[(at + 1)..end], end),
                '/' => template.Segment(path, at, hasBraces, isDeclared),
                _ => template.Literal(path[at], at),
            };
        }

        return template;
    }

    private int Literal(char character, int at)
    {
        _plain.Append(character);
        return at + 1;
    }

    private int Braces(string inner, int end, Func<string, bool> isDeclared)
    {
        if (inner.Length > 0 && isDeclared(inner) && inner[^1] is not ('+' or '*' or '?'))
        {
            Add(inner, false);
            return end + 1;
        }

        var kind = inner.Length > 0 ? inner[0] : ' ';
        var names = inner.TrimStart('+', '#', '.', '/', ';', '?', '&', '*').Split(kind is '?' or '&' ? ',' : '\0');
        foreach (var written in names)
        {
            var name = NameOf(written);
            if (name.Length == 0)
            {
                continue;
            }

            if (kind is '?' or '&')
            {
                _query.Add(name);
                continue;
            }

            if (kind is '/' or '.')
            {
                _plain.Append(kind);
            }

            Add(name, written.EndsWith('?') || kind == '/');
        }

        return end + 1;
    }

    private int Angles(string inner, int end)
    {
        // A named group of a regular expression has its name in angle brackets.
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        var paren = inner.IndexOf('(', StringComparison.Ordinal);
        var before = colon < 0 ? inner : inner[..(paren >= 0 && paren < colon ? paren : colon)];
        Add(colon < 0 || !Converters.Contains(before.Trim()) ? before.Trim() : inner[(colon + 1)..].Trim(), false);
        return end + 1;
    }

    /// <summary>Reads a slash and, if the next segment is a variable without braces, the variable.</summary>
    private int Segment(string path, int at, bool hasBraces, Func<string, bool> isDeclared)
    {
        _plain.Append('/');
        var end = path.IndexOf('/', at + 1) is var slash and >= 0 ? slash : path.Length;
        var segment = path[(at + 1)..end];
        if (segment is [':', _, ..] && NameEnd(segment, 1) is var length and > 1 && (isDeclared(segment[1..length]) || !hasBraces))
        {
            Add(segment[1..length], segment.EndsWith('?'));
            var rest = segment[length..];
            // "(\d+)", "?", "*" and "+" belong to the variable; ".json" and ":verb" do not.
            _plain.Append(rest.Length > 0 && rest[0] is '.' or ':' or '-' ? rest : "");
            return end;
        }

        if (segment is ['[', .., ']'] && NameOf(segment.Trim('[', ']').TrimStart('.')) is { Length: > 0 } name && (isDeclared(name) || !hasBraces))
        {
            Add(name, segment.StartsWith("[[", StringComparison.Ordinal));
            return end;
        }

        if (segment is ['*', _, ..] && isDeclared(segment[1..]))
        {
            Add(segment[1..], false);
            return end;
        }

        return at + 1;
    }

    private void Add(string name, bool isOptional)
    {
        _plain.Append('{').Append(name).Append('}');
        if (!_variables.Contains(name))
        {
            _variables.Add(name);
            if (isOptional)
            {
                _optional.Add(name);
            }
        }
    }

    /// <summary>Returns the name before a constraint, a pattern or a default, without the marks for repetition and optional variables.</summary>
    public static string NameOf(string written)
    {
        var end = written.AsSpan().IndexOfAny(":=");
        return (end > 0 ? written[..end] : written).Trim().TrimEnd('+', '*', '?', '!');
    }

    private static int NameEnd(string segment, int from)
    {
        while (from < segment.Length && (char.IsLetterOrDigit(segment[from]) || segment[from] == '_'))
        {
            from++;
        }

        return from;
    }

    private static int Closing(string path, int from, char open, char close)
    {
        var depth = 0;
        for (var at = from; at < path.Length; at++)
        {
            depth += path[at] == open ? 1 : path[at] == close ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
