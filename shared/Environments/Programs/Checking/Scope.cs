using System.Diagnostics.CodeAnalysis;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>
/// The variables that are bound at a place of the program, on every path to it, with their types. A let inside a loop or branch binds the same variable
/// as one outside, as in Python. Names of select, aggregate and map are visible inside them alone.
/// </summary>
internal sealed class Scope
{
    private Dictionary<string, StaticType> _variables = new(StringComparer.Ordinal);

    /// <summary>Whether this place is unreachable, because every path to it returned or failed.</summary>
    public bool Ended { get; private set; }

    public bool TryGet(string name, [MaybeNullWhen(false)] out StaticType type) => _variables.TryGetValue(name, out type);

    public void Bind(string name, StaticType type) => _variables[name] = type;

    public void End() => Ended = true;

    public Scope Copy() => new() { _variables = new Dictionary<string, StaticType>(_variables, StringComparer.Ordinal), Ended = Ended };

    /// <summary>Becomes the scope after two paths that meet again.</summary>
    public void Join(Scope one, Scope other)
    {
        if (one.Ended || other.Ended)
        {
            var open = one.Ended ? other : one;
            (_variables, Ended) = (open._variables, open.Ended);
            return;
        }

        var joined = new Dictionary<string, StaticType>(StringComparer.Ordinal);
        foreach (var (name, type) in one._variables)
        {
            if (other._variables.TryGetValue(name, out var second))
            {
                joined[name] = type.Union(second);
            }
        }

        _variables = joined;
    }

    /// <summary>Forgets the types of variables that a loop's body binds again, because a later round sees the new value.</summary>
    public void Widen(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (_variables.ContainsKey(name))
            {
                _variables[name] = StaticType.Any;
            }
        }
    }
}
