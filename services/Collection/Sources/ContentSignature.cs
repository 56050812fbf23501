namespace AgentScaler.Collection.Sources;

/// <summary>Recognises the kind of a file by its first bytes.</summary>
internal static class ContentSignature
{
    public const int Length = 512;

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.Length > 2 && head[0] == 0x1F && head[1] == 0x8B;

    public static bool IsZip(ReadOnlySpan<byte> head) =>
        head.Length > 3 && head[0] == 'P' && head[1] == 'K' && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));

    /// <summary>Whether the bytes are the magic of POSIX and GNU archives, or an end-of-archive block of zeros (an empty archive).</summary>
    public static bool IsTar(ReadOnlySpan<byte> head) =>
        head.Length >= 512 && (head.Slice(257, 5).SequenceEqual("ustar"u8) || !head.ContainsAnyExcept((byte)0) || HasOldTarChecksum(head));

    private static bool HasOldTarChecksum(ReadOnlySpan<byte> head)
    {
        // Archives from before POSIX have no magic, but have a checksum of the header in octal.
        var declared = 0;
        foreach (var digit in head.Slice(148, 6))
        {
            if (digit is >= (byte)'0' and <= (byte)'7')
            {
                declared = (declared * 8) + (digit - '0');
            }
            else if (digit is not ((byte)' ' or 0))
            {
                return false;
            }
        }

        var sum = 8 * 32;
        for (var index = 0; index < 512; index++)
        {
            sum += index is >= 148 and < 156 ? 0 : head[index];
        }

        return declared > 0 && declared == sum;
    }
}
