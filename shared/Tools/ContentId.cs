using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgentScaler.Tools;

/// <summary>Computes ids as hashes of content. The same content has the same id in every run and on every machine.</summary>
public static class ContentId
{
    /// <summary>Returns <paramref name="prefix"/>, an underscore, and the first 80 bits of the SHA-256 of the parts as hex digits.</summary>
    public static string Of(string prefix, params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            Append(hash, part is null ? -1 : bytes.Length, bytes);
        }

        return Text(prefix, hash);
    }

    /// <summary>Returns the same id as <see cref="Of"/>, for texts that are already UTF-8.</summary>
    public static string OfUtf8(string prefix, params ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            Append(hash, part.Length, part.Span);
        }

        return Text(prefix, hash);
    }

    /// <summary>Adds a part with its length, so that ("ab","c") and ("a","bc") differ.</summary>
    private static void Append(IncrementalHash hash, int frame, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, frame);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    private static string Text(string prefix, IncrementalHash hash) => $"{prefix}_{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10))}";
}
