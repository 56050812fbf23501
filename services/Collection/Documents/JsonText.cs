using System.Buffers;
using System.Text.Json;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// Parses JSON leniently. Comments and trailing commas are accepted, raw control characters in strings are escaped, halves of surrogate pairs (which
/// no string can hold) become the replacement character, and values that are not JSON numbers become a number that every reader drops.
/// </summary>
internal static class JsonText
{
    /// <summary>The repair of a value that is not a JSON number: <c>NaN</c>, <c>Infinity</c>, <c>.inf</c>.</summary>
    public const string NonFinite = "non_finite_number";

    /// <summary>The replacement of such a value: a number that a double cannot hold, which every reader of numbers drops.</summary>
    public static ReadOnlySpan<byte> NoNumber => "1e99999"u8;

    // The reader's message ends with advice to its programmer.
    private const string ReaderAdvice = " Change the reader options.";

    private static readonly SearchValues<byte> StringEnds = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(control => (byte)control)]);

    public static bool LooksLikeJson(ReadOnlySpan<byte> text)
    {
        var content = BehindComments(text);
        return !content.IsEmpty && content[0] is (byte)'{' or (byte)'[';
    }

    /// <summary>Skips the comments that editors and exporters put at the beginning of a text.</summary>
    private static ReadOnlySpan<byte> BehindComments(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            text = text.TrimStart(" \t\r\n"u8);
            var end = text.StartsWith("//"u8) ? text.IndexOf((byte)'\n') + 1
                : text.StartsWith("/*"u8) ? text.IndexOf("*/"u8) + "*/".Length
                : 0;
            if (end < 2)
            {
                return text;
            }

            text = text[end..];
        }
    }

    /// <exception cref="DocumentException">The text is not JSON, even read leniently; the message names line and column.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> text, int maximumDepth, RepairLog repairs)
    {
        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = maximumDepth,
        };
        if (HasSurrogateEscapes(text.Span))
        {
            text = Repair(text.Span, out _);
        }

        try
        {
            return JsonDocument.Parse(text, options);
        }
        catch (JsonException exception)
        {
            try
            {
                var document = JsonDocument.Parse(Repair(text.Span, out var nonFinite), options);
                if (nonFinite > 0)
                {
                    repairs.Add(NonFinite, nonFinite);
                }

                return document;
            }
            catch (JsonException)
            {
                throw Failure(Clearest(text, exception, maximumDepth));
            }
        }
    }

    /// <summary>Parses values in a row, such as captured answers; null if there is other text between or after them.</summary>
    public static IReadOnlyList<JsonElement>? ParseSequence(ReadOnlyMemory<byte> text, int maximumDepth)
    {
        var (values, end) = ParseLeading(text, maximumDepth);
        return end == text.Length ? values : null;
    }

    /// <summary>Parses the objects and arrays at the beginning of a text, and tells where other text begins: at the end if there is none.</summary>
    public static (IReadOnlyList<JsonElement> Values, int End) ParseLeading(ReadOnlyMemory<byte> text, int maximumDepth)
    {
        var options = new JsonReaderOptions
        {
            AllowMultipleValues = true,
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = maximumDepth,
        };
        var (values, end) = (new List<JsonElement>(), 0);
        try
        {
            var reader = new Utf8JsonReader(text.Span, options);
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                {
                    return (values, Begin());
                }

                values.Add(JsonElement.ParseValue(ref reader));
                end = (int)reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            // The values before it are whole.
            return (values, Begin());
        }

        return (values, text.Length);

        int Begin() => text.Length - text.Span[end..].TrimStart(" \t\r\n"u8).Length;
    }

    /// <summary>A place of a text in words: line and column, counted from one in bytes.</summary>
    public static string Place(ReadOnlySpan<byte> text, int at)
    {
        var before = text[..at];
        return $"line {before.Count((byte)'\n') + 1}, column {at - before.LastIndexOf((byte)'\n')}";
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

    /// <summary>Returns the error of the strict reader if it stops at the same place, because the lenient one sometimes names the end of the text.</summary>
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
            $"is broken JSON at line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: {(tail > 0 ? cause[..tail] : cause).Replace(ReaderAdvice, "", StringComparison.Ordinal)}",
            exception);
    }

    private static bool HasSurrogateEscapes(ReadOnlySpan<byte> text) =>
        text.IndexOf("\\ud"u8) >= 0 || text.IndexOf("\\uD"u8) >= 0;

    private static ReadOnlyMemory<byte> Repair(ReadOnlySpan<byte> text, out int nonFinite)
    {
        var result = new ArrayBufferWriter<byte>(text.Length + 64);
        nonFinite = 0;
        while (true)
        {
            // Outside strings only an opening quote and JavaScript's words for non-finite numbers matter.
            var quote = text.IndexOf((byte)'"');
            nonFinite += CopyOutside(quote < 0 ? text : text[..quote], result);
            if (quote < 0)
            {
                return result.WrittenMemory;
            }

            result.Write("\""u8);
            text = RepairString(text[(quote + 1)..], result);
        }
    }

    /// <summary>Copies the text between strings. Returns the number of values that became <see cref="NoNumber"/>.</summary>
    private static int CopyOutside(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> result)
    {
        var found = 0;
        while (true)
        {
            var (at, length) = NextNonFinite(text);
            if (at < 0)
            {
                result.Write(text);
                return found;
            }

            found++;
            result.Write(text[..at]);
            result.Write(NoNumber);
            text = text[(at + length)..];
        }
    }

    private static (int At, int Length) NextNonFinite(ReadOnlySpan<byte> text)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny((byte)'N', (byte)'I');
            if (at < 0)
            {
                break;
            }

            at += from;
            var word = text[at..].StartsWith("NaN"u8) ? 3 : text[at..].StartsWith("Infinity"u8) ? 8 : 0;
            var sign = at > 0 && text[at - 1] is (byte)'-' or (byte)'+' ? 1 : 0;
            if (word > 0 && Separates(text, at - sign - 1) && Separates(text, at + word))
            {
                return (at - sign, word + sign);
            }

            from = at + 1;
        }

        return (-1, 0);
    }

    private static bool Separates(ReadOnlySpan<byte> text, int at) =>
        at < 0 || at >= text.Length || text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)':' or (byte)'[' or (byte)']'
            or (byte)'{' or (byte)'}' or (byte)'/';

    /// <summary>Copies one string up to its closing quote. Returns the text after it.</summary>
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

    private static int Unit(ReadOnlySpan<byte> text) =>
        text.Length >= 6 && text[0] == '\\' && text[1] == 'u'
            && System.Buffers.Text.Utf8Parser.TryParse(text[2..6], out int value, out var consumed, 'x') && consumed == 4
                ? value
                : -1;
}
