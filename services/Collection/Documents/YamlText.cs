using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Sources;
using AgentScaler.Pipeline.Options;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// Converts YAML from the parser's events directly to JSON text, without an object tree, so that large documents take little memory. Plain scalars
/// follow the core schema of YAML 1.2 (dates stay text, and so do <c>yes</c> and <c>on</c>). Keys are always text, so status codes become property
/// names. Aliases are expanded within a bound.
/// </summary>
internal sealed class YamlText
{
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Utf8JsonWriter _writer;
    private readonly SourceLimits _limits;
    private readonly Dictionary<AnchorName, List<ParsingEvent>> _anchors = [];
    private int _nodes;

    private readonly RepairLog _repairs;
    private readonly bool _isJson;

    // Keys of the open mappings, the innermost last. A merge must know the keys that are written out beside it.
    private readonly List<string> _keys = [];

    // The open mappings and lists. Only those in braces or brackets must be closed.
    private readonly Stack<(bool IsFlow, Mark Start)> _containers = [];

    private YamlText(TextReader reader, Utf8JsonWriter writer, SourceLimits limits, RepairLog repairs, bool isJson)
    {
        _scanner = new Scanner(reader, skipComments: true);
        _parser = new Parser(_scanner);
        _writer = writer;
        _limits = limits;
        _repairs = repairs;
        _isJson = isJson;
    }

    /// <summary>Streams the documents of a text.</summary>
    /// <param name="isJson">Whether the text was meant as JSON, in which JavaScript's words for non-finite numbers are numbers.</param>
    /// <exception cref="DocumentException">The text is not YAML, or too large once expanded; the message names line and column.</exception>
    public static IEnumerable<JsonElement> Parse(ReadOnlyMemory<byte> text, SourceLimits limits, RepairLog repairs, bool isJson = false)
    {
        var json = new ArrayBufferWriter<byte>(text.Length + 1024);
        using var reader = new StringReader(Encoding.UTF8.GetString(text.Span));
        using var writer = new Utf8JsonWriter(json, new JsonWriterOptions
        {
            SkipValidation = true,
            MaxDepth = limits.Depth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        var yaml = new YamlText(reader, writer, limits, repairs, isJson);
        for (var number = 0; yaml.TryReadGuarded(); number++)
        {
            writer.Flush();
            var value = JsonDocument.Parse(json.WrittenMemory, new JsonDocumentOptions { MaxDepth = limits.Depth }).RootElement;
            json = new ArrayBufferWriter<byte>();
            writer.Reset(json);
            // Three dashes at the end of a document do not begin another one.
            if (number == 0 || value.ValueKind != JsonValueKind.Null)
            {
                yield return value;
            }
        }
    }

    private bool TryReadGuarded()
    {
        try
        {
            return TryReadDocument();
        }
        catch (YamlException exception)
        {
            throw new DocumentException(
                $"is broken YAML at line {exception.Start.Line}, column {exception.Start.Column}: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // The parser has no words for text that breaks off inside braces or brackets.
            var (at, (isFlow, start)) = (_scanner.CurrentPosition, _containers.FirstOrDefault());
            var reason = isFlow
                ? $"the braces or brackets that open at line {start.Line}, column {start.Column} are not closed"
                : "the text goes on in a form that YAML does not have";
            throw new DocumentException($"is broken YAML at line {at.Line}, column {at.Column}: {reason}", exception);
        }
    }

    /// <summary>Reads the next document of the stream. Returns false at its end.</summary>
    private bool TryReadDocument()
    {
        var isFirst = _parser.Current is null;
        _anchors.Clear();
        if (isFirst)
        {
            Next();
        }

        while (_parser.Current is StreamStart or DocumentStart or DocumentEnd)
        {
            Next();
        }

        if (_parser.Current is StreamEnd)
        {
            return !isFirst ? false : throw new DocumentException("is empty");
        }

        ReadNode(0);
        Next();
        return _parser.Current is StreamEnd or DocumentStart
            ? true
            : throw new DocumentException($"goes on after its end at line {_parser.Current!.Start.Line}");
    }

    private void Next()
    {
        if (!_parser.MoveNext())
        {
            throw new DocumentException("ends in the middle of a value");
        }

        switch (_parser.Current)
        {
            case MappingStart mapping:
                _containers.Push((mapping.Style == MappingStyle.Flow, mapping.Start));
                break;
            case SequenceStart sequence:
                _containers.Push((sequence.Style == SequenceStyle.Flow, sequence.Start));
                break;
            case MappingEnd or SequenceEnd:
                _containers.Pop();
                break;
        }
    }

    /// <summary>Reads the node at the parser's current event and moves past it. An anchored node is recorded.</summary>
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
                // Look up before moving on, because the next event may close the node that contains the alias.
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
        var first = _keys.Count;
        List<List<ParsingEvent>>? merged = null;
        while (events.Current is not MappingEnd)
        {
            if (IsMergeKey(events.Current))
            {
                events.MoveNext();
                CollectMerged(ref events, merged ??= [], depth);
                continue;
            }

            if (events.Current is not (Scalar or AnchorAlias))
            {
                throw new DocumentException($"has a key that is no text at line {events.Current.Start.Line}");
            }

            _keys.Add(KeyOf(events.Current));
            Write(ref events, depth + 1, isKey: true);
            Write(ref events, depth + 1, isKey: false);
        }

        if (merged is not null)
        {
            var known = _keys.Skip(first).ToHashSet(StringComparer.Ordinal);
            merged.ForEach(mapping => WriteMerged(mapping, known, depth));
        }

        _keys.RemoveRange(first, _keys.Count - first);
    }

    private static bool IsMergeKey(ParsingEvent key) => key is Scalar { Value: "<<", Style: ScalarStyle.Plain };

    private string KeyOf(ParsingEvent key) => key switch
    {
        Scalar scalar => scalar.Value,
        AnchorAlias alias when Anchored(alias) is [Scalar scalar, ..] => scalar.Value,
        _ => throw new DocumentException($"has a key that is no text at line {key.Start.Line}"),
    };

    /// <summary>Collects the mappings of a merge key, each as its events, in the order of a list.</summary>
    private void CollectMerged(ref EventSource events, List<List<ParsingEvent>> mappings, int depth)
    {
        if (++_nodes > _limits.YamlNodes || depth >= _limits.Depth)
        {
            throw new DocumentException($"expands to more than {_limits.YamlNodes} nodes: looks like an alias bomb");
        }

        switch (events.Current)
        {
            case AnchorAlias alias:
                var replay = new EventSource(this, Anchored(alias));
                events.MoveNext();
                CollectMerged(ref replay, mappings, depth + 1);
                break;
            case MappingStart:
                mappings.Add(Recorded(ref events));
                break;
            case SequenceStart:
                events.MoveNext();
                while (events.Current is not SequenceEnd)
                {
                    CollectMerged(ref events, mappings, depth + 1);
                }

                events.MoveNext();
                break;
            default:
                throw new DocumentException($"merges what is no mapping at line {events.Current.Start.Line}");
        }
    }

    /// <summary>Records the node at the current event and moves past it.</summary>
    private List<ParsingEvent> Recorded(ref EventSource events)
    {
        var recorded = new List<ParsingEvent>();
        var depth = 0;
        do
        {
            if (++_nodes > _limits.YamlNodes)
            {
                throw new DocumentException($"expands to more than {_limits.YamlNodes} nodes: looks like an alias bomb");
            }

            recorded.Add(events.Current);
            depth += events.Current.NestingIncrease;
            events.MoveNext();
        }
        while (depth > 0);
        return recorded;
    }

    /// <summary>
    /// Writes the members of a merged mapping that do not exist yet. Members that are written out win, wherever the merge is, and of several merged
    /// mappings the first wins. The members that a merged mapping itself merges come after its own members.
    /// </summary>
    private void WriteMerged(List<ParsingEvent> mapping, HashSet<string> known, int depth)
    {
        var events = new EventSource(this, mapping);
        events.MoveNext();
        var own = new HashSet<string>(known, StringComparer.Ordinal);
        List<List<ParsingEvent>>? merged = null;
        while (events.Current is not MappingEnd)
        {
            if (IsMergeKey(events.Current))
            {
                events.MoveNext();
                CollectMerged(ref events, merged ??= [], depth + 1);
                continue;
            }

            var key = KeyOf(events.Current);
            known.Add(key);
            if (own.Contains(key))
            {
                Recorded(ref events);
                Recorded(ref events);
                continue;
            }

            Write(ref events, depth + 1, isKey: true);
            Write(ref events, depth + 1, isKey: false);
        }

        merged?.ForEach(next => WriteMerged(next, known, depth + 1));
    }

    private List<ParsingEvent> Anchored(AnchorAlias alias) =>
        _anchors.TryGetValue(alias.Value, out var events)
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
        if (IsNonFinite(text))
        {
            _repairs.Add(JsonText.NonFinite);
            _writer.WriteRawValue(JsonText.NoNumber, skipInputValidation: true);
            return;
        }

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
            // Keep the digits of the source: 1.10 stays 1.10.
            _writer.WriteRawValue(text, skipInputValidation: true);
        }
        else if (text.AsSpan().TrimStart('-').StartsWith("0") && text.All(char.IsAsciiDigit))
        {
            // 007 is an octal number in one version of YAML and a decimal one in another. It is really a code, so it becomes text.
            _writer.WriteStringValue(text);
        }
        else
        {
            _writer.WriteNumberValue(number);
        }
    }

    private bool IsNonFinite(string text)
    {
        var bare = text.Length is > 2 and < 10 ? text.AsSpan().TrimStart("-+") : default;
        return bare is ".inf" or ".Inf" or ".INF" or ".nan" or ".NaN" or ".NAN" || (_isJson && bare is "NaN" or "Infinity");
    }

    private static bool MayBeNumber(string text) =>
        text.Length < 400
            && (char.IsAsciiDigit(text[0]) || (text[0] is '-' or '+' or '.' && text.Length > 1 && (char.IsAsciiDigit(text[1]) || text[1] == '.')));

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

    /// <summary>Events from the parser, which are recorded for open anchors, or from a recording.</summary>
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
