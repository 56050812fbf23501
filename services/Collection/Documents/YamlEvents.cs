using AgentScaler.Collection.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AgentScaler.Collection.Documents;

/// <summary>The events of a YAML text. It records the nodes with an anchor, so that an alias can replay them.</summary>
internal sealed class YamlEvents
{
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, List<ParsingEvent>> _anchors = [];
    private readonly List<(AnchorName Anchor, int Depth, List<ParsingEvent> Events)> _open = [];

    // The open mappings and lists. Only those in braces or brackets must be closed.
    private readonly Stack<(bool IsFlow, Mark Start)> _containers = [];

    public YamlEvents(TextReader reader)
    {
        _scanner = new Scanner(reader, skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The event at which the parser stands. Null before the first.</summary>
    public ParsingEvent? Current => _parser.Current;

    /// <summary>Why the parser stopped in a text that breaks off, for which it has no words itself.</summary>
    public string Fault
    {
        get
        {
            var (at, (isFlow, start)) = (_scanner.CurrentPosition, _containers.FirstOrDefault());
            var reason = isFlow
                ? $"the braces or brackets that open at line {start.Line}, column {start.Column} are not closed"
                : "the text goes on in a form that YAML does not have";
            return $"is broken YAML at line {at.Line}, column {at.Column}: {reason}";
        }
    }

    /// <summary>Forgets the anchors: they are those of one document.</summary>
    public void BeginDocument() => _anchors.Clear();

    public void Next()
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

    /// <summary>The events of the node that an alias refers to.</summary>
    public List<ParsingEvent> Anchored(AnchorAlias alias) =>
        _anchors.TryGetValue(alias.Value, out var events)
            ? events
            : throw new DocumentException($"refers to the unknown or circular anchor '{alias.Value}' at line {alias.Start.Line}");

    /// <summary>Adds the parser's current event to every anchored node that is still open.</summary>
    public void Note()
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
