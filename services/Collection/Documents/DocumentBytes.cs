using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>From the bytes of a file to valid UTF-8 text: decompression, byte order marks, other encodings.</summary>
internal static class DocumentBytes
{
    private const int BinaryProbe = 8192;

    /// <summary>Opens an item and looks through gzip, however the file is called.</summary>
    public static Stream OpenPlain(SourceItem item)
    {
        var stream = item.Container.Open(item.Path);
        var head = new byte[3];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return ContentSignature.IsGzip(head.AsSpan(0, read)) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>Text as UTF-8 without a byte order mark.</summary>
    /// <exception cref="DocumentException">The bytes are no text.</exception>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
            span = bytes.Span;
        }
        else if (span.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(span[2..]));
        }
        else if (span.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(span[2..]));
        }

        var binary = span[..Math.Min(span.Length, BinaryProbe)].IndexOf((byte)0);
        if (binary >= 0)
        {
            throw new DocumentException($"is a binary file (byte 0 at offset {binary}), not a document");
        }

        // What is not UTF-8 is nearly always one of the Western 8-bit encodings; Latin-1 reads every byte.
        return Utf8.IsValid(span) ? bytes : Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(span));
    }

    /// <summary>Line and column, both from 1, of a byte offset.</summary>
    public static (int Line, int Column) Place(ReadOnlySpan<byte> text, long offset)
    {
        var before = text[..(int)Math.Clamp(offset, 0, text.Length)];
        var lastBreak = before.LastIndexOf((byte)'\n');
        return (before.Count((byte)'\n') + 1, before.Length - lastBreak);
    }
}
