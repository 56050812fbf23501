using System.Buffers;
using System.Text.Json;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// Parses JSON as people write it: comments and trailing commas are forgiven, raw control characters in strings are
/// escaped, halves of surrogate pairs (which no string can hold) become the replacement character.
/// </summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> StringEnds = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(control => (byte)control)]);

    public static bool LooksLikeJson(ReadOnlySpan<byte> text)
    {
        var trimmed = text.TrimStart(" \t\r\n"u8);
        return !trimmed.IsEmpty && trimmed[0] is (byte)'{' or (byte)'[';
    }

    /// <exception cref="DocumentException">The text is not JSON, even read leniently; the message names line and column.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> text, int maximumDepth)
    {
        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = maximumDepth,
        };
        if (HasSurrogateEscapes(text.Span))
        {
            text = Repair(text.Span);
        }

        try
        {
            return JsonDocument.Parse(text, options);
        }
        catch (JsonException exception)
        {
            try
            {
                return JsonDocument.Parse(Repair(text.Span), options);
            }
            catch (JsonException)
            {
                throw Failure(Clearest(text, exception, maximumDepth));
            }
        }
    }

    /// <summary>Whether the text is one whole JSON object or array.</summary>
    public static bool IsComplete(ReadOnlyMemory<byte> text, int maximumDepth)
    {
        if (!LooksLikeJson(text.Span))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maximumDepth });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The strict reader's complaint where it stops at the same place: the lenient one sometimes blames the end.</summary>
    private static JsonException Clearest(ReadOnlyMemory<byte> text, JsonException lenient, int maximumDepth)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maximumDepth });
            return lenient;
        }
        catch (JsonException strict)
        {
            return strict.LineNumber >= lenient.LineNumber ? strict : lenient;
        }
    }

    private static DocumentException Failure(JsonException exception)
    {
        var cause = exception.Message;
        var tail = cause.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new DocumentException(
            $"is broken JSON at line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: {(tail > 0 ? cause[..tail] : cause)}",
            exception);
    }

    private static bool HasSurrogateEscapes(ReadOnlySpan<byte> text)
        => text.IndexOf("\\ud"u8) >= 0 || text.IndexOf("\\uD"u8) >= 0;

    private static ReadOnlyMemory<byte> Repair(ReadOnlySpan<byte> text)
    {
        var result = new ArrayBufferWriter<byte>(text.Length + 64);
        while (true)
        {
            // Outside strings only an opening quote matters.
            var quote = text.IndexOf((byte)'"');
            if (quote < 0)
            {
                result.Write(text);
                return result.WrittenMemory;
            }

            result.Write(text[..(quote + 1)]);
            text = RepairString(text[(quote + 1)..], result);
        }
    }

    /// <summary>Copies one string up to its closing quote; returns what follows it.</summary>
    private static ReadOnlySpan<byte> RepairString(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> result)
    {
        while (true)
        {
            var end = text.IndexOfAny(StringEnds);
            if (end < 0)
            {
                result.Write(text);
                return [];
            }

            result.Write(text[..end]);
            text = text[end..];
            if (text[0] == '"')
            {
                result.Write("\""u8);
                return text[1..];
            }

            if (text[0] != '\\')
            {
                result.Write(System.Text.Encoding.ASCII.GetBytes($"\\u{(int)text[0]:x4}"));
                text = text[1..];
                continue;
            }

            var length = EscapeLength(text, out var lone);
            result.Write(lone ? "\\ufffd"u8 : text[..length]);
            text = text[length..];
        }
    }

    private static int EscapeLength(ReadOnlySpan<byte> text, out bool loneSurrogate)
    {
        loneSurrogate = false;
        var unit = Unit(text);
        if (unit < 0)
        {
            return Math.Min(2, text.Length);
        }

        if (unit is < 0xD800 or > 0xDFFF)
        {
            return 6;
        }

        if (unit < 0xDC00 && Unit(text[6..]) is >= 0xDC00 and <= 0xDFFF)
        {
            return 12;
        }

        loneSurrogate = true;
        return 6;
    }

    private static int Unit(ReadOnlySpan<byte> text)
        => text.Length >= 6 && text[0] == '\\' && text[1] == 'u'
            && System.Buffers.Text.Utf8Parser.TryParse(text[2..6], out int value, out var consumed, 'x') && consumed == 4
                ? value
                : -1;
}
