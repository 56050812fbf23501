namespace AgentScaler.Training.Policies;

/// <summary>
/// Accepts one JSON value byte by byte, in the trained spacing (", " and ": "). It is a value type, so a copy is a snapshot. Strings are well-formed UTF-8.
/// </summary>
internal struct JsonAutomaton
{
    private enum At : byte { Value, FirstItem, Key, KeyOrEnd, Colon, ColonSpace, AfterValue, CommaSpace, Text, Escape, Hex, Number, Word, Done }

    private enum Digits : byte { Minus, Zero, Whole, Point, Fraction, Exponent, Sign, Power }

    // One bit for each level, the lowest for the innermost: 1 is an object, 0 an array.
    private ulong _stack;
    private byte _depth;
    private At _at;
    private Digits _digits;
    private bool _isKey;
    private byte _left;
    private string? _word;
    private byte _minimum;
    private byte _maximum;

    private const int DeepestLevel = 60;

    public JsonAutomaton()
    {
        _at = At.Value;
    }

    /// <summary>Whether the value may end here. A number may also continue.</summary>
    public readonly bool Complete => _at == At.Done || (_depth == 0 && _at == At.Number && Ends(_digits));

    /// <summary>Whether the value has ended and cannot continue.</summary>
    public readonly bool Closed => _at == At.Done;

    public bool Accept(byte b)
    {
        switch (_at)
        {
            case At.Value:
                return BeginValue(b);
            case At.FirstItem:
                return b == ']' ? End() : BeginValue(b);
            case At.KeyOrEnd when b == '}':
                return End();
            case At.KeyOrEnd or At.Key:
                return b == '"' && Set(At.Text, isKey: true);
            case At.Colon:
                return b == ':' && Set(At.ColonSpace);
            case At.ColonSpace:
                return b == ' ' && Set(At.Value);
            case At.AfterValue:
                return AfterValue(b);
            case At.CommaSpace:
                return b == ' ' && Set((_stack & 1) == 1 ? At.Key : At.Value);
            case At.Text:
                return AcceptText(b);
            case At.Escape:
                if (b == 'u')
                {
                    return Set(At.Hex, _isKey, left: 4);
                }
                return "\"\\/bfnrt".Contains((char)b, StringComparison.Ordinal) && Set(At.Text, _isKey);
            case At.Hex:
                if (!char.IsAsciiHexDigit((char)b))
                {
                    return false;
                }
                return --_left > 0 || Set(At.Text, _isKey);
            case At.Number:
                return AcceptDigit(b);
            case At.Word:
                if (b != _word![_left])
                {
                    return false;
                }
                return ++_left < _word.Length || EndValue();
            default:
                return false;
        }
    }

    /// <summary>Returns an accepted byte that leads to the end of the value: texts end, and lists and objects close.</summary>
    /// <exception cref="InvalidOperationException">The value is complete.</exception>
    public readonly byte Ending() => _at switch
    {
        At.Value or At.Key => (byte)'"',
        At.FirstItem => (byte)']',
        At.KeyOrEnd => (byte)'}',
        At.Colon => (byte)':',
        At.ColonSpace or At.CommaSpace => (byte)' ',
        At.Text => _left > 0 ? _minimum : (byte)'"',
        At.Escape => (byte)'"',
        At.Hex => (byte)'0',
        At.Number when !Ends(_digits) => (byte)'0',
        At.Word => (byte)_word![_left],
        At.AfterValue or At.Number when _depth > 0 => (_stack & 1) == 1 ? (byte)'}' : (byte)']',
        _ => throw new InvalidOperationException("The value is complete."),
    };

    private bool BeginValue(byte b)
    {
        switch ((char)b)
        {
            case '{': return Push(1) && Set(At.KeyOrEnd);
            case '[': return Push(0) && Set(At.FirstItem);
            case '"': return Set(At.Text, isKey: false);
            case 't': return Word("true");
            case 'f': return Word("false");
            case 'n': return Word("null");
            case '-': _digits = Digits.Minus; return Set(At.Number);
            case '0': _digits = Digits.Zero; return Set(At.Number);
            case >= '1' and <= '9': _digits = Digits.Whole; return Set(At.Number);
            default: return false;
        }
    }

    private bool AfterValue(byte b)
    {
        if (_depth == 0)
        {
            return false;
        }
        if (b == ',')
        {
            return Set(At.CommaSpace);
        }
        return b == ((_stack & 1) == 1 ? '}' : ']') && End();
    }

    private bool AcceptText(byte b)
    {
        if (_left > 0)
        {
            if (b < _minimum || b > _maximum)
            {
                return false;
            }
            (_minimum, _maximum) = (0x80, 0xBF);
            _left--;
            return true;
        }

        if (b == '"')
        {
            return _isKey ? Set(At.Colon) : EndValue();
        }
        if (b == '\\')
        {
            return Set(At.Escape, _isKey);
        }
        if (b < 0x80)
        {
            return b >= 0x20;
        }
        // Table 3-7 of the Unicode standard: neither overlong forms nor surrogates.
        (_left, _minimum, _maximum) = b switch
        {
            >= 0xC2 and <= 0xDF => ((byte)1, (byte)0x80, (byte)0xBF),
            0xE0 => ((byte)2, (byte)0xA0, (byte)0xBF),
            0xED => ((byte)2, (byte)0x80, (byte)0x9F),
            >= 0xE1 and <= 0xEF => ((byte)2, (byte)0x80, (byte)0xBF),
            0xF0 => ((byte)3, (byte)0x90, (byte)0xBF),
            >= 0xF1 and <= 0xF3 => ((byte)3, (byte)0x80, (byte)0xBF),
            0xF4 => ((byte)3, (byte)0x80, (byte)0x8F),
            _ => ((byte)0, (byte)0, (byte)0),
        };
        return _left > 0;
    }

    private bool AcceptDigit(byte b)
    {
        var digit = b is >= (byte)'0' and <= (byte)'9';
        Digits? next = _digits switch
        {
            Digits.Minus => b == '0' ? Digits.Zero : digit ? Digits.Whole : null,
            Digits.Zero or Digits.Whole when b == '.' => Digits.Point,
            Digits.Zero or Digits.Whole or Digits.Fraction when b is (byte)'e' or (byte)'E' => Digits.Exponent,
            Digits.Whole when digit => Digits.Whole,
            Digits.Point or Digits.Fraction when digit => Digits.Fraction,
            Digits.Exponent when b is (byte)'+' or (byte)'-' => Digits.Sign,
            Digits.Exponent or Digits.Sign or Digits.Power when digit => Digits.Power,
            _ => null,
        };
        if (next is { } state)
        {
            _digits = state;
            return true;
        }

        return Ends(_digits) && EndValue() && AfterValue(b);
    }

    private static bool Ends(Digits digits) => digits is Digits.Zero or Digits.Whole or Digits.Fraction or Digits.Power;

    private bool Push(ulong kind)
    {
        if (_depth >= DeepestLevel)
        {
            return false;
        }
        _stack = (_stack << 1) | kind;
        _depth++;
        return true;
    }

    private bool End()
    {
        _stack >>= 1;
        _depth--;
        return EndValue();
    }

    private bool EndValue() => Set(_depth == 0 ? At.Done : At.AfterValue);

    private bool Word(string word)
    {
        _word = word;
        return Set(At.Word, left: 1);
    }

    private bool Set(At at, bool isKey = false, byte left = 0)
    {
        (_at, _isKey, _left) = (at, isKey, left);
        return true;
    }
}
