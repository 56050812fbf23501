using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>
/// One OpenAI-compatible endpoint: asks, waits and asks again where asking again can help, counts tokens and cost, and
/// keeps every answer in the ledger. Safe for thousands of concurrent requests.
/// </summary>
public sealed class ChatClient(HttpClient http, EndpointOptions options, Budget budget, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of an answer; a longer one is an accident or an attack, and is not read to its end.</summary>
    private const int MostBytes = 32 * 1024 * 1024;

    private readonly Uri _address = new(options.Endpoint!.TrimEnd('/') + "/chat/completions");
    private readonly string? _key = Environment.GetEnvironmentVariable(options.KeyVariable);

    public string Model => options.Model!;

    /// <param name="sample">Tells apart requests that may rightly be answered differently: an episode's attempt.</param>
    /// <exception cref="ModelEndpointException">The endpoint refuses the request, or does not answer after all attempts.</exception>
    /// <exception cref="BudgetExceededException">The endpoint's budget is spent.</exception>
    public async Task<ChatCompletion> CompleteAsync(
        IReadOnlyList<ChatMessage> messages, string? tools, long seed, string sample, ICompletionLedger ledger, CancellationToken cancellationToken)
    {
        var body = ChatRequestText.Of(options, messages, tools, seed);
        var key = ChatRequestText.Key(options, body, sample);
        if (await ledger.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } recorded)
        {
            return Read(recorded) with { FromLedger = true };
        }

        budget.Require(options.Endpoint!);
        var (answer, completion) = await AskAsync(body, cancellationToken).ConfigureAwait(false);
        budget.Add(completion.Usage);
        var kept = await ledger.RecordAsync(key, answer, cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(kept, answer) ? completion : Read(kept) with { FromLedger = true };
    }

    /// <summary>The answer, read and as the text that the ledger keeps: a JSON document, or the chunks of a stream, one a line.</summary>
    private async Task<(string Text, ChatCompletion Read)> AskAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            TimeSpan? wanted = null;
            ModelEndpointException failure;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
            try
            {
                using var request = Request(body);
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                {
                    var text = options.Stream
                        ? await ChunksAsync(response, limit.Token).ConfigureAwait(false)
                        : await TextAsync(response, limit.Token).ConfigureAwait(false);
                    return (text, Read(text));
                }

                wanted = Pause(response.Headers.RetryAfter);
                failure = new ModelEndpointException(
                    $"{_address} answered {(int)response.StatusCode}: {await ExcerptAsync(response, limit.Token).ConfigureAwait(false)}", Passing(response.StatusCode))
                {
                    Away = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
                };
            }
            catch (ModelEndpointException exception)
            {
                failure = exception;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
            {
                failure = new ModelEndpointException($"{_address} could not be asked: {exception.Message}", transient: true, exception) { Away = exception is not JsonException };
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                failure = new ModelEndpointException(FormattableString.Invariant($"{_address} did not answer within {options.TimeoutSeconds} s."), transient: true, exception);
            }

            if (!failure.Transient || attempt >= options.Retries)
            {
                throw failure;
            }

            await Task.Delay(wanted ?? Backoff(attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private HttpRequestMessage Request(ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = options.Http2 ? HttpVersionPolicy.RequestVersionExact : HttpVersionPolicy.RequestVersionOrLower,
        };
        if (!string.IsNullOrEmpty(_key))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        }

        return request;
    }

    private static async Task<string> ChunksAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var chunks = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (!line.StartsWith("data:", StringComparison.Ordinal))
            {
                continue;
            }

            var data = line["data:".Length..].Trim();
            if (data == "[DONE]")
            {
                return chunks.ToString();
            }

            chunks.Append(data).Append('\n');
            if (chunks.Length > MostBytes)
            {
                throw new ModelEndpointException($"The stream is longer than {MostBytes} characters.", transient: false);
            }
        }

        // A stream that breaks off is half an answer, which nobody may take for a whole one.
        throw new ModelEndpointException("The stream ended before [DONE].", transient: true);
    }

    private ChatCompletion Read(string answer)
    {
        var reader = new CompletionReader();
        try
        {
            foreach (var line in options.Stream ? answer.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [answer])
            {
                using var document = JsonDocument.Parse(line);
                reader.Add(document.RootElement);
            }
        }
        catch (JsonException exception)
        {
            throw new ModelEndpointException($"The answer of {_address} is not JSON: {exception.Message}", transient: true, exception);
        }

        return reader.Complete(options);
    }

    private static bool Passing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private TimeSpan? Pause(RetryConditionHeaderValue? header)
    {
        var pause = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return pause is { } wanted ? TimeSpan.FromTicks(Math.Clamp(wanted.Ticks, 0, LongestPause.Ticks)) : null;
    }

    /// <summary>Doubles from attempt to attempt; the jitter keeps thousands of episodes from asking again at once.</summary>
    private static TimeSpan Backoff(int attempt)
    {
        var ceiling = Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, attempt));
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    private static async Task<string> TextAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string> ExcerptAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await TextAsync(response, cancellationToken).ConfigureAwait(false);
        return text.Length > 500 ? text[..500] : text;
    }
}
