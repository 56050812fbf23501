namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Assigns each variable of a program a slot in the frame. A name that is bound inside an expression gets a separate slot.</summary>
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

    /// <summary>Compiles code in which a name means a separate variable.</summary>
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
