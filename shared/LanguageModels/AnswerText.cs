using System.Text;

namespace AgentScaler.LanguageModels;

/// <summary>
/// Reads an answer by its content, independently of the request and of the headers. A body that begins with a bracket is a document. Any other body is
/// searched for events.
/// </summary>
internal sealed class AnswerText
{
    /// <summary>Most characters of an answer. A longer one is an accident or an attack, and is not read to its end.</summary>
    private const int MostCharacters = 32 * 1024 * 1024;

    /// <summary>Most characters that are read from the body of a failed request.</summary>
    private const int MostOfFailure = 64 * 1024;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private bool? _document;
    private bool _afterReturn;
    private string _event = "";

    private bool Done { get; set; }

    /// <exception cref="ModelEndpointException">The answer is too long or has no readable form.</exception>
    public static async Task<EndpointAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var read = new AnswerText();
        await foreach (var block in BlocksAsync(response, cancellationToken))
        {
            read.Add(block.Span);
            if (read.Done)
            {
                break;
            }

            if (read._text.Length + read._line.Length > MostCharacters)
            {
                throw new ModelEndpointException($"The answer is longer than {MostCharacters} characters.", transient: false);
            }
        }

        read.EndLine();
        if (read is { _document: not true, Done: false, _text.Length: 0 })
        {
            // A proxy's page, or an empty body.
            throw new UnreadableAnswerException(response.Content.Headers.ContentType?.MediaType);
        }

        return new EndpointAnswer(read._text.ToString(), read.Done || read._document == true);
    }

    /// <summary>Returns the beginning of a failed request's body. Data of events is taken out of its frames.</summary>
    public static async Task<string> ReadFailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new StringBuilder();
        await foreach (var block in BlocksAsync(response, cancellationToken))
        {
            body.Append(block.Span);
            if (body.Length > MostOfFailure)
            {
                break;
            }
        }

        var raw = body.ToString();
        var read = new AnswerText();
        read.Add(raw);
        read.EndLine();
        return read._text.Length > 0 ? read._text.ToString() : raw;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<char>> BlocksAsync(
        HttpResponseMessage response, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using (stream)
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var block = new char[8192];
            int count;
            while ((count = await reader.ReadAsync(block, cancellationToken)) > 0)
            {
                yield return block.AsMemory(0, count);
            }
        }
    }

    private void Add(ReadOnlySpan<char> block)
    {
        if (_document is null)
        {
            block = block.TrimStart(" \t\r\n\ufeff");
            if (block.IsEmpty)
            {
                return;
            }

            _document = block[0] is '{' or '[';
        }

        if (_document == true)
        {
            _text.Append(block);
            return;
        }

        while (!block.IsEmpty && !Done)
        {
            if (_afterReturn && block[0] == '\n')
            {
                block = block[1..];
            }

            _afterReturn = false;
            var end = block.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                _line.Append(block);
                return;
            }

            _line.Append(block[..end]);
            _afterReturn = block[end] == '\r';
            block = block[(end + 1)..];
            EndLine();
        }
    }

    /// <summary>Handles a complete line. Data of several lines is one value, and values follow one another, so both become lines of the text.</summary>
    private void EndLine()
    {
        var line = _line.ToString();
        _line.Clear();
        if (line.Length == 0)
        {
            _event = "";
        }
        else if (line.StartsWith("event:", StringComparison.Ordinal))
        {
            _event = line["event:".Length..].Trim();
        }
        else if (line.StartsWith("data:", StringComparison.Ordinal))
        {
            Data(line["data:".Length..].Trim());
        }
    }

    private void Data(string data)
    {
        if (data == "[DONE]")
        {
            Done = true;
        }
        else if (data.Length > 0)
        {
            _text.Append(_event == "error" ? AsError(data) : data).Append('\n');
        }
    }

    /// <summary>Handles an event named error, which may contain a plain message.</summary>
    private static string AsError(string data) =>
        data[0] != '{' ? $$"""{"error":{{System.Text.Json.JsonSerializer.Serialize(data)}}}"""
        : data.Contains("\"error\"", StringComparison.Ordinal) ? data
        : $$"""{"error":{{data}}}""";
}
