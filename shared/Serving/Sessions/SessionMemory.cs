using Microsoft.Extensions.Options;

namespace AgentScaler.Serving.Sessions;

/// <summary>
/// Keeps the state of sessions in this process. Sessions that are idle too long are removed, and beyond the limit those that are idle longest.
/// </summary>
internal sealed class SessionMemory(IOptions<ServingOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Run, string Id), LinkedListNode<Kept>> _kept = [];

    /// <summary>The session that was used last is first.</summary>
    private readonly LinkedList<Kept> _order = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                Expire();
                return _kept.Count;
            }
        }
    }

    /// <summary>Returns the session and counts it as used now, or returns null if it is not in memory.</summary>
    public LiveSession? Find(string run, string id)
    {
        lock (_gate)
        {
            Expire();
            return _kept.TryGetValue((run, id), out var node) ? Use(node) : null;
        }
    }

    /// <summary>Keeps a session, or returns the one that another caller has kept in the meantime.</summary>
    public LiveSession Keep(string run, LiveSession session)
    {
        var key = (run, session.Document.Id);
        lock (_gate)
        {
            if (_kept.TryGetValue(key, out var other))
            {
                return Use(other);
            }

            _kept[key] = _order.AddFirst(new Kept(key, session, time.GetTimestamp()));
            Expire();
            return session;
        }
    }

    private LiveSession Use(LinkedListNode<Kept> node)
    {
        _order.Remove(node);
        node.Value = node.Value with { Used = time.GetTimestamp() };
        _order.AddFirst(node);
        return node.Value.Session;
    }

    private void Expire()
    {
        while (_order.Last is { } oldest && (_kept.Count > options.Value.Sessions || time.GetElapsedTime(oldest.Value.Used) > options.Value.Idle))
        {
            _kept.Remove(oldest.Value.Key);
            _order.RemoveLast();
        }
    }

    private readonly record struct Kept((string Run, string Id) Key, LiveSession Session, long Used);
}
