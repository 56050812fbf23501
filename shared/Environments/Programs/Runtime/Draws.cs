using System.Buffers.Binary;
using System.Security.Cryptography;
using AgentScaler.Environments.Values;
using AgentScaler.Language.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Random 64-bit numbers from a seed.</summary>
internal sealed class Draws(ulong seed)
{
    private SplitMix64 _numbers = new(seed);

    /// <summary>The first 64 bits of SHA-256 of a value's canonical JSON.</summary>
    public static ulong Seed(Value source)
    {
        using var buffer = PooledBuffer.Rent();
        JsonText.Write(buffer, source, sorted: true);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.Written, digest);
        return BinaryPrimitives.ReadUInt64BigEndian(digest);
    }

    public ulong Next() => _numbers.Next();

    /// <summary>A number from 0 up to, not including, the bound.</summary>
    public long Below(long bound) => (long)(Next() % (ulong)bound);
}
