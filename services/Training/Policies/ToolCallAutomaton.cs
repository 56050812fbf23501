namespace AgentScaler.Training.Policies;

/// <summary>
/// Accepts the body of one tool call byte by byte: an offered tool's name, and arguments that are a JSON object of that tool's parameters, each at
/// most once, with all required ones, and with values of the declared types. It is a value type, so a copy is a snapshot.
/// </summary>
internal struct ToolCallAutomaton(IReadOnlyList<OfferedTool> tools)
{
    private enum At : byte
    {
        Opening, Name, Between, ArgumentsStart, FirstKey, Comma, Key, AfterKey, ValueStart, Choice, Value, AfterValue, AnyArguments,
        Closing, Done
    }

    private static readonly byte[] Opening = [.. "\n{\"name\": \""u8];
    private static readonly byte[] Between = [.. ", \"arguments\": "u8];
    private static readonly byte[] AfterKey = [.. ": "u8];
    private static readonly byte[] Closing = [.. "}\n"u8];

    private readonly IReadOnlyList<byte[]> _names = [.. tools.Select(t => OfferedTool.Quote(t.Name))];

    private At _at = At.Opening;
    private int _index;
    private int _tool;
    private int _parameter;
    private int _match;
    private ulong _used;
    private JsonAutomaton _value;

    /// <summary>Whether the call may be closed here.</summary>
    public readonly bool Complete => _at == At.Done;

    /// <summary>The most parameters of a tool that a call can give. Parameters after them are never given.</summary>
    private const int Limit = 64;

    public bool Accept(byte b)
    {
        switch (_at)
        {
            case At.Opening:
                if (!Literal(Opening, b))
                {
                    return false;
                }
                // The opening's last byte is the name's first: the quote.
                if (_index == Opening.Length)
                {
                    (_at, _index, _match) = (At.Name, 1, 0);
                }
                return true;
            case At.Name:
                return OneOf(_names, 0, b, out _tool) switch { null => false, true => Enter(At.Between), _ => true };
            case At.Between:
                if (!Literal(Between, b))
                {
                    return false;
                }
                if (_index == Between.Length)
                {
                    Enter(tools[_tool].Parameters is null ? At.AnyArguments : At.ArgumentsStart);
                }
                return true;
            case At.AnyArguments:
                return AnyArguments(b);
            case At.ArgumentsStart:
                return b == '{' && Enter(At.FirstKey);
            case At.FirstKey when b == '}':
            case At.AfterValue when b == '}':
                return RequiredUsed() && Enter(At.Closing);
            case At.FirstKey:
                Enter(At.Key);
                return Accept(b);
            case At.Comma:
                return b == ' ' && Enter(At.Key);
            case At.Key:
                return Key(b);
            case At.AfterKey:
                if (!Literal(AfterKey, b))
                {
                    return false;
                }
                if (_index == AfterKey.Length)
                {
                    BeginValue();
                }
                return true;
            case At.Choice:
                return OneOf(Parameters[_parameter].Choices!, 0, b, out _) switch { null => false, true => Enter(At.AfterValue), _ => true };
            case At.ValueStart:
                if (Parameters[_parameter].Starts is { } starts && !starts.AsSpan().Contains(b))
                {
                    return false;
                }
                _at = At.Value;
                return Value(b);
            case At.Value:
                return Value(b);
            case At.AfterValue:
                return AfterValue(b);
            case At.Closing:
                if (!Literal(Closing, b))
                {
                    return false;
                }
                if (_index == Closing.Length)
                {
                    _at = At.Done;
                }
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// Returns bytes that complete the call soon: texts end, lists and objects close, and only required parameters begin. The automaton accepts them
    /// one after the other.
    /// </summary>
    public readonly byte[] Ending()
    {
        var call = this;
        var bytes = new List<byte>();
        while (!call.Complete)
        {
            bytes.Add(call.NextOfEnding());
            if (!call.Accept(bytes[^1]))
            {
                throw new InvalidOperationException($"The call cannot go on by byte {bytes[^1]}.");
            }
        }

        return [.. bytes];
    }

    private readonly byte NextOfEnding() => _at switch
    {
        At.Opening => Opening[_index],
        At.Name => _names[_match][_index],
        At.Between => Between[_index],
        At.ArgumentsStart => (byte)'{',
        At.FirstKey => RequiredUsed() ? (byte)'}' : (byte)'"',
        At.AfterValue => AfterValueOfEnding(),
        At.Comma => (byte)' ',
        At.Key => Parameters[KeyOfEnding()].Key[_index],
        At.AfterKey => AfterKey[_index],
        At.Choice => _index == 0 ? (byte)'"' : Parameters[_parameter].Choices![_match][_index],
        At.ValueStart => StartOfEnding(Parameters[_parameter].Starts),
        At.Value => _value.Complete ? AfterValueOfEnding() : _value.Ending(),
        At.AnyArguments => _index == 0 ? (byte)'{' : _value.Ending(),
        At.Closing => Closing[_index],
        _ => throw new InvalidOperationException("The call is complete."),
    };

    private readonly byte AfterValueOfEnding() => RequiredUsed() ? (byte)'}' : (byte)',';

    /// <summary>Returns a parameter whose name continues the written beginning, preferably a required one.</summary>
    private readonly int KeyOfEnding()
    {
        var written = _index == 0 ? [] : Parameters[_match].Key.AsSpan(0, _index);
        var found = -1;
        for (var i = 0; i < Math.Min(Limit, Parameters.Count); i++)
        {
            if ((_used >> i & 1) == 1 || !Parameters[i].Key.AsSpan().StartsWith(written))
            {
                continue;
            }
            if (Parameters[i].Required)
            {
                return i;
            }
            if (found < 0)
            {
                found = i;
            }
        }

        return found;
    }

    private static byte StartOfEnding(byte[]? starts) => starts is null ? (byte)'"' : "\"0[{nt"u8.ToArray().First(b => starts.Contains(b));

    private readonly IReadOnlyList<OfferedParameter> Parameters => tools[_tool].Parameters!;

    private bool AnyArguments(byte b)
    {
        if (_index++ == 0)
        {
            _value = new JsonAutomaton();
            return b == '{' && _value.Accept(b);
        }

        return _value.Accept(b) ? !_value.Complete || Enter(At.Closing) : false;
    }

    private bool Key(byte b)
    {
        var ended = OneOf([.. Parameters.Take(Limit).Select(p => p.Key)], _used, b, out var key);
        if (ended is not true)
        {
            return ended is false;
        }
        _parameter = key;
        _used |= 1UL << key;
        return Enter(At.AfterKey);
    }

    private void BeginValue()
    {
        Enter(Parameters[_parameter].Choices is null ? At.ValueStart : At.Choice);
        _value = new JsonAutomaton();
    }

    private bool Value(byte b)
    {
        var longer = _value;
        if (longer.Accept(b))
        {
            _value = longer;
            return !_value.Closed || Enter(At.AfterValue);
        }

        // A number ends at the byte that follows it.
        return _value.Complete && Enter(At.AfterValue) && Accept(b);
    }

    private bool AfterValue(byte b) => b == ',' && ulong.PopCount(_used) < (ulong)Math.Min(Limit, Parameters.Count) && Enter(At.Comma);

    private readonly bool RequiredUsed()
    {
        for (var i = 0; i < Math.Min(Limit, Parameters.Count); i++)
        {
            if (Parameters[i].Required && (_used >> i & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Takes a byte of one of several texts, of which none is the beginning of another. Returns null if no text continues with it, false if some do,
    /// and true if the one at
    /// <paramref name="ended"/> is complete.
    /// </summary>
    /// <param name="excluded">Bits of the excluded texts.</param>
    private bool? OneOf(IReadOnlyList<byte[]> texts, ulong excluded, byte b, out int ended)
    {
        ended = -1;
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            if ((i < Limit && (excluded >> i & 1) == 1) || text.Length <= _index || text[_index] != b
                || (_index > 0 && !text.AsSpan(0, _index).SequenceEqual(texts[_match].AsSpan(0, _index))))
            {
                continue;
            }
            _match = i;
            _index++;
            ended = i;
            return _index == text.Length;
        }

        return null;
    }

    private bool Literal(byte[] text, byte b) => text[_index] == b && ++_index > 0;

    private bool Enter(At at)
    {
        (_at, _index) = (at, 0);
        return true;
    }
}
