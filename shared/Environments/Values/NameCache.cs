using System.Text.Json;

namespace AgentScaler.Environments.Values;

/// <summary>
/// Returns the same string for the same member name, so that reading a thousand rows allocates each column's name once. The cache is bounded: a name
/// replaces another one in its slot. An instance belongs to one thread.
/// </summary>
internal sealed class NameCache
{
    private const int Slots = 1024;
    private const int LongestName = 64;

    private readonly string?[] _names = new string?[Slots];

    /// <summary>Returns the reader's current name; null if it is escaped or long and must be read without the cache.</summary>
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
