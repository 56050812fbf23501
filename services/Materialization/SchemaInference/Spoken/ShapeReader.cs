namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>
/// Reads a shape in braces as people write it in prose: <c>{units: [{id, floor, occupied?: bool}], total}</c>. Values, examples and placeholders are no
/// shapes.
/// </summary>
internal sealed class ShapeReader
{
    private const int MaxMembers = 60;
    private const int MaxDepth = 6;
    private readonly string _text;
    private int _at;

    private ShapeReader(string text, int at) => (_text, _at) = (text, at);

    /// <summary>The shape that begins at a brace, and where it ends; null where none does.</summary>
    public static (SpokenObject Shape, int End)? Read(string text, int brace)
    {
        var reader = new ShapeReader(text, brace);
        return reader.Object(0) is { } shape ? (shape, reader._at) : null;
    }

    private SpokenObject? Object(int depth)
    {
        if (depth > MaxDepth || !Take('{'))
        {
            return null;
        }

        var members = new List<SpokenMember>();
        do
        {
            if (Dots())
            {
                continue;
            }

            if (Name() is not { } name)
            {
                return null;
            }

            var optional = Take('?');
            SpokenType? type = null;
            if (Take(':') && (type = Type(depth + 1)) is null)
            {
                return null;
            }

            members.Add(new SpokenMember(name, optional || Take('?'), type));
        }
        while (Take(',') && members.Count < MaxMembers);
        return Take('}') && members.Count > 0 ? new SpokenObject(members) : null;
    }

    private SpokenType? Type(int depth)
    {
        Blanks();
        if (_at < _text.Length && _text[_at] == '{')
        {
            return Object(depth);
        }

        if (Take('['))
        {
            if (Dots() || (_at < _text.Length && _text[_at] == ']'))
            {
                return Take(']') ? new SpokenList(null) : null;
            }

            var item = Type(depth + 1);
            Take(',');
            Dots();
            return item is not null && Take(']') ? new SpokenList(item) : null;
        }

        if (Word() is not { } word)
        {
            return null;
        }

        while (Take('|'))
        {
            word = $"{word}|{Word()}";
        }

        return Take('[') ? Take(']') ? new SpokenList(new SpokenWord(word)) : null : new SpokenWord(word);
    }

    /// <summary>A name, in quotes or without.</summary>
    private string? Name()
    {
        Blanks();
        var quote = _at < _text.Length && _text[_at] is '"' or '\'' or '`' ? _text[_at++] : '\0';
        var word = Word();
        return word is null || (quote != '\0' && !(_at < _text.Length && _text[_at++] == quote)) ? null : word;
    }

    private string? Word()
    {
        Blanks();
        var from = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_' || (_text[_at] == '-' && _at > from)))
        {
            _at++;
        }

        return _at > from && !char.IsAsciiDigit(_text[from]) ? _text[from.._at] : null;
    }

    private bool Dots()
    {
        Blanks();
        var from = _at;
        while (_at < _text.Length && _text[_at] is '.' or '…')
        {
            _at++;
        }

        return _at > from;
    }

    private bool Take(char sign)
    {
        Blanks();
        if (_at < _text.Length && _text[_at] == sign)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void Blanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }
}
