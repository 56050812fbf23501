using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AgentScaler.Language.Values;

namespace AgentScaler.Trajectories;

/// <summary>
/// The only source of randomness: SplitMix64 over a hash of the unit of work, so that the same task and attempt draw the same numbers on every machine and
/// in any order of work.
/// </summary>
public sealed class SeededRandom(ulong state)
{
    private SplitMix64 _numbers = new(state);

    /// <summary>Returns a generator that is seeded by the SHA-256 of the parts.</summary>
    public static SeededRandom Of(long seed, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"{seed}");
        foreach (var part in parts)
        {
            text.Append('\u001f').Append(part);
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return new SeededRandom(BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    public ulong NextBits() => _numbers.Next();

    /// <summary>Draws a number uniformly from [0, 1).</summary>
    public double NextDouble() => _numbers.NextDouble();

    /// <summary>Draws an integer uniformly from 0 to <paramref name="bound"/> - 1.</summary>
    public int Next(int bound) => (int)(NextBits() % (ulong)Math.Max(bound, 1));

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>Returns a shuffled copy.</summary>
    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        var copy = items.ToArray();
        for (var i = copy.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (copy[i], copy[j]) = (copy[j], copy[i]);
        }

        return copy;
    }
}
