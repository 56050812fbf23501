using System.Buffers;
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
    private readonly YamlEvents _events;
    private readonly YamlScalars _scalars;
    private readonly Utf8JsonWriter _writer;
    private readonly SourceLimits _limits;
    private int _nodes;

    // Keys of the open mappings, the innermost last. A merge must know the keys that are written out beside it.
    private readonly List<string> _keys = [];

    private YamlText(TextReader reader, Utf8JsonWriter writer, SourceLimits limits, RepairLog repairs, bool isJson)
    {
        _events = new YamlEvents(reader);
        _scalars = new YamlScalars(writer, repairs, isJson);
        _writer = writer;
        _limits = limits;
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
            throw new DocumentException(_events.Fault, exception);
        }
    }

    /// <summary>Reads the next document of the stream. Returns false at its end.</summary>
    private bool TryReadDocument()
    {
        var isFirst = _events.Current is null;
        _events.BeginDocument();
        if (isFirst)
        {
            _events.Next();
        }

        while (_events.Current is StreamStart or DocumentStart or DocumentEnd)
        {
            _events.Next();
        }

        if (_events.Current is StreamEnd)
        {
            return !isFirst ? false : throw new DocumentException("is empty");
        }

        ReadNode(0);
        _events.Next();
        return _events.Current is StreamEnd or DocumentStart
            ? true
            : throw new DocumentException($"goes on after its end at line {_events.Current!.Start.Line}");
    }

    /// <summary>Reads the node at the parser's current event and moves past it. An anchored node is recorded.</summary>
    private void ReadNode(int depth)
    {
        var events = new YamlEventSource(_events);
        Write(ref events, depth, isKey: false);
    }

    private void Write(ref YamlEventSource events, int depth, bool isKey)
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
                _scalars.Write(scalar, isKey);
                break;
            case AnchorAlias alias:
                // Look up before moving on, because the next event may close the node that contains the alias.
                var replay = new YamlEventSource(_events, _events.Anchored(alias));
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

    private void WriteMembers(ref YamlEventSource events, int depth)
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
        AnchorAlias alias when _events.Anchored(alias) is [Scalar scalar, ..] => scalar.Value,
        _ => throw new DocumentException($"has a key that is no text at line {key.Start.Line}"),
    };

    /// <summary>Collects the mappings of a merge key, each as its events, in the order of a list.</summary>
    private void CollectMerged(ref YamlEventSource events, List<List<ParsingEvent>> mappings, int depth)
    {
        if (++_nodes > _limits.YamlNodes || depth >= _limits.Depth)
        {
            throw new DocumentException($"expands to more than {_limits.YamlNodes} nodes: looks like an alias bomb");
        }

        switch (events.Current)
        {
            case AnchorAlias alias:
                var replay = new YamlEventSource(_events, _events.Anchored(alias));
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
    private List<ParsingEvent> Recorded(ref YamlEventSource events)
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
        var events = new YamlEventSource(_events, mapping);
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
}
