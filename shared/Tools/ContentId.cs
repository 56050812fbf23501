using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgentScaler.Tools;

/// <summary>Ids are hashes of content: the same content has the same id in every run and on every machine.</summary>
public static class ContentId
{
    /// <summary><paramref name="prefix"/>, an underscore and the first 80 bits of the SHA-256 of the parts, as hex digits.</summary>
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

    /// <summary>The id that <see cref="Of"/> gives to the same parts, for texts that are UTF-8 already.</summary>
    public static string OfUtf8(string prefix, params ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            Append(hash, part.Length, part.Span);
        }

        return Text(prefix, hash);
    }

    /// <summary>Each part is framed by its length, so that ("ab","c") and ("a","bc") differ.</summary>
    private static void Append(IncrementalHash hash, int frame, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, frame);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    private static string Text(string prefix, IncrementalHash hash) => $"{prefix}_{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10))}";
}
