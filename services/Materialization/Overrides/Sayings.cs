using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Overrides;

/// <summary>Corrections by name. Of two that speak of one name, the more trusted is heard, whichever is read first.</summary>
internal sealed class Sayings<T>
{
    private readonly Dictionary<string, Decided<T>> _said = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Said<T>> All => _said.ToDictionary(s => s.Key, s => new Said<T>(s.Value.Value, s.Value.Source), StringComparer.Ordinal);

    public Said<T>? Of(string name) => _said.TryGetValue(name, out var decided) ? new Said<T>(decided.Value, decided.Source) : null;

    public void Say(string name, T value, Source source)
    {
        if (_said.TryGetValue(name, out var decided))
        {
            decided.Say(value, source);
        }
        else
        {
            _said[name] = new Decided<T>(value, source);
        }
    }
}
