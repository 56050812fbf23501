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
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            // Each part is framed by its length, so that ("ab","c") and ("a","bc") differ.
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return $"{prefix}_{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10))}";
    }
}
