namespace AgentScaler.Language.Values;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): a small generator whose numbers are the same on every machine and in every version of .NET.
/// It is a mutable struct: keep it in a field that is not read-only.
/// </summary>
public struct SplitMix64(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>Returns the next 64 bits.</summary>
    public ulong Next() => Finish(_state += Step);

    /// <summary>Returns a number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Puts the items into a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = (int)(Next() % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>
    /// Returns the first number of a generator with this seed. It serves as a hash of 64 bits, because neighbouring values get distant hashes.
    /// </summary>
    public static ulong Mix(ulong value) => Finish(value + Step);

    private static ulong Finish(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
