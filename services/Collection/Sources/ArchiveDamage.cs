namespace AgentScaler.Collection.Sources;

/// <summary>Says in words why an archive, or a compressed document, cannot be read to its end.</summary>
internal static class ArchiveDamage
{
    private const string Truncated = "is a truncated archive: it ends before its content does";

    // The smallest record at the end of a zip, and the longest comment after it.
    private const int EndRecord = 22;
    private const int LongestComment = ushort.MaxValue;

    public static bool Is(Exception exception) =>
        exception is InvalidDataException or IOException or FormatException or ArgumentException or NotSupportedException;

    /// <param name="place">The place up to which it was read, such as "after line 3"; null if that says nothing.</param>
    public static string Sentence(Exception exception, string? place = null)
    {
        var where = place is null ? "" : $" ({place})";
        return IsCut(exception) ? Truncated + where : $"is a damaged archive{where}: {exception.Message}";
    }

    /// <summary>Throws if a zip lacks the list of its members, which is its last part.</summary>
    /// <exception cref="EndOfStreamException">The list is missing.</exception>
    public static void RequireEndOfZip(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndRecord + LongestComment)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        zip.Position = 0;
        if (tail.AsSpan().LastIndexOf("PK\x05\x06"u8) < 0)
        {
            throw new EndOfStreamException();
        }
    }

    /// <summary>The runtime throws the same exception for cut and for wrong data, and tells them apart in its message.</summary>
    private static bool IsCut(Exception exception) =>
        exception is EndOfStreamException || (exception is InvalidDataException && exception.Message.Contains("truncated", StringComparison.OrdinalIgnoreCase));
}
