namespace AgentScaler.Environments.Differential;

/// <summary>SplitMix64: a small generator whose numbers are the same on every machine and version.</summary>
internal sealed class SeededChance(long seed)
{
    private ulong _state = (ulong)seed;

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
