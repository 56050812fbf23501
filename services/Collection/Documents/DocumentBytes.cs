using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>Turns the bytes of a file into valid UTF-8 text: decompression, byte order marks, other encodings.</summary>
internal static class DocumentBytes
{
    private const int BinaryProbe = 8192;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly UTF32Encoding BigEndianUtf32 = new(bigEndian: true, byteOrderMark: true);

    /// <summary>Opens an item and decompresses gzip, regardless of the file's name.</summary>
    public static Stream OpenPlain(SourceItem item)
    {
        var stream = item.Container.Open(item.Path);
        var head = new byte[3];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return ContentSignature.IsGzip(head.AsSpan(0, read)) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>Returns text as UTF-8 without a byte order mark.</summary>
    /// <exception cref="DocumentException">The bytes are not text.</exception>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes, RepairLog? repairs = null)
    {
        var span = bytes.Span;
        if (span.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
            span = bytes.Span;
        }
        else if (WideEncoding(span) is { } wide)
        {
            repairs?.Add("text_not_utf8");
            var text = wide.GetString(span);
            return Encoding.UTF8.GetBytes(text.StartsWith('\uFEFF') ? text[1..] : text);
        }

        var binary = span[..Math.Min(span.Length, BinaryProbe)].IndexOf((byte)0);
        if (binary >= 0)
        {
            throw new DocumentException($"is a binary file (byte 0 at offset {binary}), not a document");
        }

        if (Utf8.IsValid(span))
        {
            return bytes;
        }

        // Text that is not UTF-8 is nearly always Windows-1252, which contains the characters of Latin-1 that people use.
        repairs?.Add("text_not_utf8");
        return Encoding.UTF8.GetBytes(Western.GetString(span));
    }

    /// <summary>Returns text as UTF-8; false if the bytes are not text.</summary>
    public static bool TryToUtf8(ReadOnlyMemory<byte> bytes, out ReadOnlyMemory<byte> text)
    {
        try
        {
            text = ToUtf8(bytes);
            return true;
        }
        catch (DocumentException)
        {
            text = default;
            return false;
        }
    }

    /// <summary>Detects UTF-16 or UTF-32 by a byte order mark, or by the zeros beside the first bracket or letter of a document.</summary>
    private static Encoding? WideEncoding(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [> 0 and < 0x80, 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, > 0 and < 0x80, ..] => BigEndianUtf32,
        [0xFF, 0xFE, ..] or [> 0 and < 0x80, 0, > 0 and < 0x80, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, > 0 and < 0x80, 0, > 0 and < 0x80, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Returns line and column of a byte offset, both from 1.</summary>
    public static (int Line, int Column) Place(ReadOnlySpan<byte> text, long offset)
    {
        var before = text[..(int)Math.Clamp(offset, 0, text.Length)];
        var lastBreak = before.LastIndexOf((byte)'\n');
        return (before.Count((byte)'\n') + 1, before.Length - lastBreak);
    }
}
