using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentScaler.Collection.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// Reads YAML through the parser's events straight into JSON text: no object tree in between, so large documents stay
/// cheap. Plain scalars follow the core schema of YAML 1.2 (dates stay text, so do <c>yes</c> and <c>on</c>); keys are
/// always text, so status codes become property names. Aliases are expanded within a bound.
/// </summary>
internal sealed class YamlText
{
    private readonly IParser _parser;
    private readonly Utf8JsonWriter _writer;
    private readonly SourceLimits _limits;
    private readonly Dictionary<AnchorName, List<ParsingEvent>> _anchors = [];
    private int _nodes;

    private YamlText(IParser parser, Utf8JsonWriter writer, SourceLimits limits)
    {
        _parser = parser;
        _writer = writer;
        _limits = limits;
    }

    /// <exception cref="DocumentException">The text is not YAML, or too large once expanded; the message names line and column.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> text, SourceLimits limits)
    {
        var json = new ArrayBufferWriter<byte>(text.Length + 1024);
        using var reader = new StringReader(Encoding.UTF8.GetString(text.Span));
        using var writer = new Utf8JsonWriter(json, new JsonWriterOptions
        {
            SkipValidation = true,
            MaxDepth = limits.Depth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        try
        {
            new YamlText(new Parser(new Scanner(reader, skipComments: true)), writer, limits).ReadDocument();
        }
        catch (YamlException exception)
        {
            throw new DocumentException(
                $"is broken YAML at line {exception.Start.Line}, column {exception.Start.Column}: {exception.Message}", exception);
        }

        writer.Flush();
        return JsonDocument.Parse(json.WrittenMemory, new JsonDocumentOptions { MaxDepth = limits.Depth });
    }

    private void ReadDocument()
    {
        Next();
        while (_parser.Current is StreamStart or DocumentStart)
        {
            Next();
        }

        if (_parser.Current is StreamEnd)
        {
            throw new DocumentException("is empty");
        }

        ReadNode(0);

        // Only the first document of a stream counts, but it must be whole: nothing may follow it unannounced.
        Next();
        if (_parser.Current is not (StreamEnd or DocumentStart))
        {
            throw new DocumentException($"goes on after its end at line {_parser.Current!.Start.Line}");
        }
    }

    private void Next()
    {
        if (!_parser.MoveNext())
        {
            throw new DocumentException("ends in the middle of a value");
        }
    }

    /// <summary>Reads the node at the parser's current event and moves behind it, keeping it where it is anchored.</summary>
    private void ReadNode(int depth)
    {
        var events = new EventSource(this);
        Write(ref events, depth, isKey: false);
    }

    private void Write(ref EventSource events, int depth, bool isKey)
    {
        var current = events.Current;
        if (++_nodes > _limits.YamlNodes)
        {
            throw new DocumentException($"expands to more than {_limits.YamlNodes} nodes at line {current.Start.Line}: looks like an alias bomb");
        }

        if (depth >= _limits.Depth - 1)
        {
            throw new DocumentException($"nests deeper than {_limits.Depth} at line {current.Start.Line}");
        }

        switch (current)
        {
            case Scalar scalar:
                events.MoveNext();
                WriteScalar(scalar, isKey);
                break;
            case AnchorAlias alias:
                // Looked up before moving on: what closes behind the alias may be the very node it stands in.
                var replay = new EventSource(this, Anchored(alias));
                events.MoveNext();
                Write(ref replay, depth, isKey);
                break;
            case SequenceStart:
                events.MoveNext();
                _writer.WriteStartArray();
                while (events.Current is not SequenceEnd)
                {
                    Write(ref events, depth + 1, isKey: false);
                }

                events.MoveNext();
                _writer.WriteEndArray();
                break;
            case MappingStart:
                events.MoveNext();
                _writer.WriteStartObject();
                WriteMembers(ref events, depth);
                events.MoveNext();
                _writer.WriteEndObject();
                break;
            default:
                throw new DocumentException($"holds an unexpected {current.GetType().Name} at line {current.Start.Line}");
        }
    }

    private void WriteMembers(ref EventSource events, int depth)
    {
        while (events.Current is not MappingEnd)
        {
            if (events.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain })
            {
                events.MoveNext();
                Merge(ref events, depth);
                continue;
            }

            if (events.Current is not (Scalar or AnchorAlias))
            {
                throw new DocumentException($"has a key that is no text at line {events.Current.Start.Line}");
            }

            Write(ref events, depth + 1, isKey: true);
            Write(ref events, depth + 1, isKey: false);
        }
    }

    /// <summary>A merge key: the members of the mapping it names, before those written out, which therefore win.</summary>
    private void Merge(ref EventSource events, int depth)
    {
        switch (events.Current)
        {
            case AnchorAlias alias:
                var replay = new EventSource(this, Anchored(alias));
                events.MoveNext();
                Merge(ref replay, depth);
                break;
            case MappingStart:
                events.MoveNext();
                WriteMembers(ref events, depth + 1);
                events.MoveNext();
                break;
            case SequenceStart:
                events.MoveNext();
                while (events.Current is not SequenceEnd)
                {
                    Merge(ref events, depth + 1);
                }

                events.MoveNext();
                break;
            default:
                throw new DocumentException($"merges what is no mapping at line {events.Current.Start.Line}");
        }

        if (++_nodes > _limits.YamlNodes)
        {
            throw new DocumentException($"expands to more than {_limits.YamlNodes} nodes: looks like an alias bomb");
        }
    }

    private List<ParsingEvent> Anchored(AnchorAlias alias)
        => _anchors.TryGetValue(alias.Value, out var events)
            ? events
            : throw new DocumentException($"refers to the unknown or circular anchor '{alias.Value}' at line {alias.Start.Line}");

    private void WriteScalar(Scalar scalar, bool isKey)
    {
        if (isKey)
        {
            _writer.WritePropertyName(scalar.Value);
        }
        else if (scalar.Style != ScalarStyle.Plain || IsText(scalar))
        {
            _writer.WriteStringValue(scalar.Value);
        }
        else
        {
            WritePlain(scalar.Value);
        }
    }

    private static bool IsText(Scalar scalar) => !scalar.Tag.IsEmpty && scalar.Tag.Value == "tag:yaml.org,2002:str";

    private void WritePlain(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                _writer.WriteNullValue();
                return;
            case "true" or "True" or "TRUE":
                _writer.WriteBooleanValue(true);
                return;
            case "false" or "False" or "FALSE":
                _writer.WriteBooleanValue(false);
                return;
        }

        if (!MayBeNumber(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            _writer.WriteStringValue(text);
        }
        else if (IsJsonNumber(text))
        {
            // The source's own digits: 1.10 stays 1.10.
            _writer.WriteRawValue(text, skipInputValidation: true);
        }
        else if (text.AsSpan().TrimStart('-').StartsWith("0") && text.All(char.IsAsciiDigit))
        {
            // 007 is an octal number in one version of YAML and a decimal one in another: a code in fact, hence text.
            _writer.WriteStringValue(text);
        }
        else
        {
            _writer.WriteNumberValue(number);
        }
    }

    private static bool MayBeNumber(string text)
        => text.Length < 400 && (char.IsAsciiDigit(text[0]) || (text[0] is '-' or '+' or '.' && text.Length > 1 && (char.IsAsciiDigit(text[1]) || text[1] == '.')));

    private static bool IsJsonNumber(string text)
    {
        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[^1])
            || (digits[0] == '0' && digits.Length > 1 && char.IsAsciiDigit(digits[1])))
        {
            return false;
        }

        var dot = digits.IndexOf('.');
        return dot < 0 || char.IsAsciiDigit(digits[dot + 1]);
    }

    /// <summary>Events from the parser, recorded for the anchors that are open, or from a recording.</summary>
    private struct EventSource
    {
        private readonly YamlText _owner;
        private readonly List<ParsingEvent>? _replayed;
        private int _position;

        public EventSource(YamlText owner, List<ParsingEvent>? replayed = null)
        {
            _owner = owner;
            _replayed = replayed;
            _position = 0;
            if (replayed is null)
            {
                _owner.Note();
            }
        }

        public readonly ParsingEvent Current => _replayed is null ? _owner._parser.Current! : _replayed[_position];

        public void MoveNext()
        {
            if (_replayed is not null)
            {
                _position++;
                return;
            }

            _owner.Next();
            _owner.Note();
        }
    }

    private readonly List<(AnchorName Anchor, int Depth, List<ParsingEvent> Events)> _open = [];

    /// <summary>Adds the parser's current event to every anchored node that is still open.</summary>
    private void Note()
    {
        var current = _parser.Current!;
        if (current is NodeEvent { Anchor.IsEmpty: false } node)
        {
            _open.Add((node.Anchor, 0, []));
        }

        for (var index = _open.Count - 1; index >= 0; index--)
        {
            var (anchor, depth, events) = _open[index];
            events.Add(current);
            depth += current.NestingIncrease;
            if (depth == 0)
            {
                _anchors[anchor] = events;
                _open.RemoveAt(index);
            }
            else
            {
                _open[index] = (anchor, depth, events);
            }
        }
    }
}
