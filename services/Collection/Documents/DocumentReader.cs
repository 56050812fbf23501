using System.Text.Json;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>Turns one item into JSON values, whatever it is written in; the content decides, never the file's name.</summary>
internal sealed class DocumentReader(SourceLimits limits)
{
    private const int LinesPerBatch = 32;

    // One of these stands in every document that describes tools, and in what such documents refer to.
    private static readonly byte[][] Keys =
    [
        .. new[]
            {
                "openapi", "swagger", "paths", "tools", "functions", "function", "parameters", "operations", "api_list", "inputSchema",
                "components", "definitions", "schemas", "type", "properties",
            }
            .Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>
    /// Batches of bytes to be parsed: one for a document, many for a file of JSON Lines, which is never held whole.
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
        if (second is null || !JsonText.LooksLikeJson(second.Value.Span))
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

    /// <summary>Parses a whole document; used for members that others refer to.</summary>
    public JsonElement ReadWhole(SourceItem item, CancellationToken cancellationToken)
    {
        using var stream = Open(item);
        return Parse(new LineReader(stream, limits.DocumentBytes).ReadAllFromStart(cancellationToken));
    }

    /// <summary>The document's value; undefined where the text cannot be one of ours.</summary>
    /// <exception cref="DocumentException">Neither JSON nor YAML; the message names line and column.</exception>
    public JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        var text = DocumentBytes.ToUtf8(bytes);
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new DocumentException("is empty");
        }

        // The documents live as long as what was imported from them is being written, then the collector's batch is dropped.
        if (!JsonText.LooksLikeJson(text.Span))
        {
            return MayDescribeTools(text.Span) ? YamlText.Parse(text, limits).RootElement : default;
        }

        try
        {
            return JsonText.Parse(text, limits.Depth).RootElement;
        }
        catch (DocumentException json)
        {
            try
            {
                return YamlText.Parse(text, limits).RootElement;
            }
            catch (Exception exception) when (exception is DocumentException or JsonException)
            {
                // What begins like JSON was meant as JSON: that parser's complaint is the useful one.
                throw json;
            }
        }
    }

    /// <summary>
    /// Whether text that is no JSON can be a document of ours at all. Any prose is nearly YAML: a read-me beside the
    /// documents is passed over, not reported as broken.
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
            throw new DocumentException($"is damaged: {exception.Message}", exception);
        }
    }
}
