using AgentScaler.Language.Values;

namespace AgentScaler.Environments.Differential;

/// <summary>Random numbers from a seed.</summary>
internal sealed class SeededChance(long seed)
{
    private SplitMix64 _numbers = new((ulong)seed);

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public ulong Next() => _numbers.Next();
}
