namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Gives each variable of a program its place in the frame; a name bound inside an expression gets one of its own.</summary>
internal sealed class Slots
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public int Of(string name)
    {
        if (!_places.TryGetValue(name, out var place))
        {
            _places[name] = place = Count++;
        }

        return place;
    }

    /// <summary>Compiles something inside which a name stands for a variable of its own.</summary>
    public T Within<T>(string name, Func<int, T> compile)
    {
        var place = Count++;
        var hidden = _places.TryGetValue(name, out var outer);
        _places[name] = place;
        var result = compile(place);
        if (hidden)
        {
            _places[name] = outer;
        }
        else
        {
            _places.Remove(name);
        }

        return result;
    }
}
