using System.Text.Json;

namespace AgentScaler.Environments.Values;

/// <summary>
/// Gives the same string for the same member name, so that reading a thousand rows makes each column's name once.
/// Bounded: a name that meets another in its slot replaces it. Belongs to one thread.
/// </summary>
internal sealed class NameCache
{
    private const int Slots = 1024;
    private const int LongestName = 64;

    private readonly string?[] _names = new string?[Slots];

    /// <summary>The name that the reader stands on; null where it is escaped or long, and is better read plainly.</summary>
    public string? Get(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.HasValueSequence || reader.ValueSpan.Length is 0 or > LongestName)
        {
            return null;
        }

        var bytes = reader.ValueSpan;
        var hash = bytes.Length;
        foreach (var b in bytes)
        {
            hash = (hash * 31) + b;
        }

        ref var slot = ref _names[hash & (Slots - 1)];
        if (slot is null || !reader.ValueTextEquals(slot))
        {
            try
            {
                slot = reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        return slot;
    }
}
