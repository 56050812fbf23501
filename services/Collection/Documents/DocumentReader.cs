using System.Text.Json;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Sources;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Documents;

/// <summary>Turns one item of any format into JSON values. The content decides the format, never the file's name.</summary>
internal sealed class DocumentReader(SourceLimits limits)
{
    private const int LinesPerBatch = 32;

    // Every document that describes tools, and every document to which it refers, contains one of these.
    private static readonly byte[][] Keys =
    [
        .. new[]
            {
                "openapi", "swagger", "paths", "tools", "functions", "function", "parameters", "operations", "api_list", "inputSchema",
                "components", "definitions", "schemas", "type", "properties", "asyncapi", "get", "post", "put", "patch", "delete",
                "arazzo", "overlay", "openrpc", "smithy", "swaggerVersion",
            }
            .Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>
    /// Returns batches of bytes to parse: one for a document, and many for a file of JSON Lines, which is never held whole.
    /// </summary>
    /// <exception cref="DocumentException">The item cannot be read.</exception>
    public IEnumerable<DocumentBatch> ReadBatches(SourceItem item, CancellationToken cancellationToken)
    {
        using var stream = Open(item);
        var lines = new LineReader(stream, limits.DocumentBytes);
        var first = lines.ReadNonBlankLine();
        if (first is null)
        {
            throw new DocumentException("is empty");
        }

        var firstNumber = lines.LineNumber;
        var second = JsonText.IsComplete(DocumentBytes.ToUtf8(first.Value), limits.Depth) ? lines.ReadNonBlankLine() : null;
        // A lone opening bracket begins a value that is spread over lines, not a record.
        if (second is null || !JsonText.LooksLikeJson(second.Value.Span) || second.Value.Span.Trim(" \t\r\n"u8).Length == 1)
        {
            yield return new DocumentBatch(item, IsLines: false, [(0, lines.ReadAllFromStart(cancellationToken))]);
            yield break;
        }

        lines.ForgetStart();
        var batch = new List<(int, ReadOnlyMemory<byte>)> { (firstNumber, first.Value), (lines.LineNumber, second.Value) };
        while (lines.ReadNonBlankLine() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            batch.Add((lines.LineNumber, line));
            if (batch.Count >= LinesPerBatch)
            {
                yield return new DocumentBatch(item, IsLines: true, batch);
                batch = [];
            }
        }

        if (batch.Count > 0)
        {
            yield return new DocumentBatch(item, IsLines: true, batch);
        }
    }

    /// <summary>Reads the first value of a document to which others refer; undefined if it has none.</summary>
    public JsonElement ReadWhole(SourceItem item, CancellationToken cancellationToken)
    {
        using var stream = Open(item);
        var repairs = new RepairLog();
        var text = DocumentBytes.ToUtf8(new LineReader(stream, limits.DocumentBytes).ReadAllFromStart(cancellationToken), repairs);
        // A referenced document is read regardless of its content.
        return (JsonText.LooksLikeJson(text.Span) ? ParseJson(text, repairs) : YamlText.Parse(text, limits, repairs)).FirstOrDefault();
    }

    /// <summary>
    /// Reads the values of a document: a single JSON value, several in a row, the documents of a YAML stream, or the messages of a captured exchange.
    /// Returns none if the text cannot describe tools.
    /// </summary>
    /// <exception cref="DocumentException">
    /// The text is neither JSON nor YAML; the message names line and column. The exception may come after readable values.
    /// </exception>
    public IEnumerable<JsonElement> ParseAll(ReadOnlyMemory<byte> bytes, RepairLog repairs)
    {
        var text = DocumentBytes.ToUtf8(bytes, repairs);
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new DocumentException("is empty");
        }

        // The documents live until their imported tools are written and the collector drops its batch.
        return JsonText.LooksLikeJson(text.Span) ? ParseJson(text, repairs)
            : CapturedText.IsEventStream(text.Span) ? CapturedText.Values(text, limits.Depth, repairs)
            : MayDescribeTools(text.Span) ? YamlText.Parse(text, limits, repairs)
            : CapturedText.Values(text, limits.Depth, repairs);
    }

    private IEnumerable<JsonElement> ParseJson(ReadOnlyMemory<byte> text, RepairLog repairs)
    {
        try
        {
            return [JsonText.Parse(text, limits.Depth, repairs).RootElement];
        }
        catch (DocumentException json)
        {
            if (JsonText.ParseSequence(text, limits.Depth) is { } sequence)
            {
                return sequence;
            }

            try
            {
                return [.. YamlText.Parse(text, limits, repairs, isJson: true)];
            }
            catch (Exception exception) when (exception is DocumentException or JsonException)
            {
                // A log may begin with a bracket. Other text that begins like JSON is meant as JSON, so the message of that parser is the useful one.
                var captured = CapturedText.Values(text, limits.Depth, repairs).ToList();
                return captured.Count > 0 ? captured : Leading(text, json);
            }
        }
    }

    /// <summary>Returns the whole values at the beginning of a text, and then fails at what follows them.</summary>
    private IEnumerable<JsonElement> Leading(ReadOnlyMemory<byte> text, DocumentException failure)
    {
        var (values, end) = JsonText.ParseLeading(text, limits.Depth);
        foreach (var value in values)
        {
            yield return value;
        }

        throw values.Count == 0
            ? failure
            : new DocumentException($"has text at {JsonText.Place(text.Span, end)} that is no JSON; what stands before it is read");
    }

    /// <summary>
    /// Whether text that is not JSON may describe tools. Most prose is almost YAML, so a read-me beside the documents is skipped and not reported as broken.
    /// </summary>
    private static bool MayDescribeTools(ReadOnlySpan<byte> text)
    {
        foreach (var line in text.Split((byte)'\n'))
        {
            var content = text[line].TrimStart(" -\"'"u8);
            foreach (var key in Keys)
            {
                if (content.StartsWith(key) && content[key.Length..].TrimStart("\"' "u8) is [(byte)':', ..])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Stream Open(SourceItem item)
    {
        try
        {
            return DocumentBytes.OpenPlain(item);
        }
        catch (InvalidDataException exception)
        {
            throw new DocumentException(ArchiveDamage.Sentence(exception), exception);
        }
    }
}
