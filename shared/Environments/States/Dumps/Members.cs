using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>The members of an object that is being written, in their order.</summary>
internal sealed class Members
{
    private readonly OrderedDictionary<string, Value> _members = new(StringComparer.Ordinal);

    public Value this[string name]
    {
        get => _members.TryGetValue(name, out var value) ? value : Value.Null;
        set => _members[name] = value;
    }

    public bool Has(string name) => _members.ContainsKey(name);

    public void Remove(string name) => _members.Remove(name);

    /// <summary>The name, with as many underscores in front as it takes to be nobody else's.</summary>
    public string Free(string name) => FreeNames.Before(name, Has);

    public Value ToValue() => Value.From(new ObjectValue([.. _members.Keys], [.. _members.Values]));
}
