using System.Security.Cryptography;
using System.Text;

namespace AgentScaler.Language.Values;

/// <summary>A seeded stream of numbers (SplitMix64) that is the same on every machine and in every version of .NET.</summary>
public sealed class DeterministicRandom
{
    private SplitMix64 _numbers;

    public DeterministicRandom(long seed, params ReadOnlySpan<string> scope)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(seed));
        foreach (var part in scope)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        _numbers = new SplitMix64(BitConverter.ToUInt64(hash.GetHashAndReset()));
    }

    public ulong Next() => _numbers.Next();

    /// <summary>Returns a number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => bound <= 1 ? 0 : (int)(Next() % (ulong)bound);

    /// <summary>Returns a number between the bounds. Both bounds are included.</summary>
    public long Between(long low, long high) => high <= low ? low : low + (long)(Next() % ((ulong)(high - low) + 1));

    public double Fraction() => _numbers.NextDouble();

    public bool Chance(double share) => Fraction() < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
