using System.Text;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>A piece of Python that is printed on one line if it fits, else broken inside its brackets.</summary>
internal sealed class Code
{
    private const int Width = 110;

    private readonly string _open;
    private readonly string _separator;
    private readonly string _close;
    private readonly Code[] _parts;
    private readonly string _flat;

    private Code(string open, string separator, string close, Code[] parts)
    {
        (_open, _separator, _close, _parts) = (open, separator, close, parts);
        _flat = open + string.Join(separator.EndsWith(' ') || separator.Length == 0 ? separator : separator + " ", parts.Select(p => p._flat)) + close;
    }

    public string Flat => _flat;

    public static Code Text(string text) => new(text, "", "", []);

    /// <summary>A call, a list or another bracketed sequence with commas.</summary>
    public static Code Bracket(string open, IEnumerable<Code> parts, string close) => new(open, ",", close, [.. parts]);

    /// <summary>Parts in parentheses with a word between them, for example <c>(a and b)</c>.</summary>
    public static Code Infix(string word, IEnumerable<Code> parts) => new("(", " " + word + " ", ")", [.. parts]);

    /// <summary>Pieces that follow each other.</summary>
    public static Code Join(params Code[] parts) => new("", "", "", parts);

    public void Print(StringBuilder text, int indent)
    {
        if (_parts.Length == 0 || Column(text) + _flat.Length <= Width)
        {
            text.Append(_flat);
            return;
        }

        if (_open.Length == 0)
        {
            foreach (var part in _parts)
            {
                part.Print(text, indent);
            }

            return;
        }

        text.Append(_open).Append('\n');
        var infix = _separator.StartsWith(' ');
        for (var i = 0; i < _parts.Length; i++)
        {
            text.Append(' ', indent + 4);
            if (infix && i > 0)
            {
                text.Append(_separator.AsSpan(1));
            }

            _parts[i].Print(text, indent + 4);
            text.Append(infix ? "\n" : ",\n");
        }

        text.Append(' ', indent).Append(_close);
    }

    private static int Column(StringBuilder text)
    {
        var column = 0;
        while (column < text.Length && column <= Width && text[text.Length - 1 - column] != '\n')
        {
            column++;
        }

        return column;
    }
}
