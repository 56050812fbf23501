using YamlDotNet.Core.Events;

namespace AgentScaler.Collection.Documents;

/// <summary>Events from the parser, which are recorded for open anchors, or from a recording.</summary>
internal struct YamlEventSource
{
    private readonly YamlEvents _owner;
    private readonly List<ParsingEvent>? _replayed;
    private int _position;

    public YamlEventSource(YamlEvents owner, List<ParsingEvent>? replayed = null)
    {
        _owner = owner;
        _replayed = replayed;
        _position = 0;
        if (replayed is null)
        {
            _owner.Note();
        }
    }

    public readonly ParsingEvent Current => _replayed is null ? _owner.Current! : _replayed[_position];

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
