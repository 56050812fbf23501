using System.Runtime.ExceptionServices;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AgentScaler.LanguageModels;

/// <summary>
/// Connects to one OpenAI-compatible server. It posts requests, and waits and retries if another attempt can succeed. Its exceptions tell whether the
/// request, the conversation's length, the account or the connection failed. It can handle thousands of concurrent requests.
/// </summary>
public sealed class EndpointConnection(HttpClient http, EndpointOptions options, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly string? _key = options.KeyVariable.Length == 0 ? null : Environment.GetEnvironmentVariable(options.KeyVariable);
    private readonly EndpointStanding _standing = new(time);

    /// <param name="path">Path relative to the base address, for example <c>chat/completions</c>.</param>
    /// <param name="read">Converts the answer. If it throws a transient exception, the request is sent again.</param>
    /// <exception cref="EndpointUnreachableException">No attempt received an answer.</exception>
    /// <exception cref="EndpointQuotaException">The account's quota is used up.</exception>
    /// <exception cref="ContextLimitException">The conversation is too long for the model.</exception>
    /// <exception cref="ModelEndpointException">The endpoint refuses the request or gives no usable answer after all attempts.</exception>
    public async Task<T> AskAsync<T>(string path, ReadOnlyMemory<byte> body, Func<EndpointAnswer, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var address = new Uri($"{options.Endpoint!.TrimEnd('/')}/{path}");
        for (var attempt = 0; ; attempt++)
        {
            await _standing.EnterAsync(cancellationToken);
            var wanted = new Wait();
            try
            {
                var answer = await TryAsync(address, body, read, wanted, cancellationToken);
                _standing.Answered();
                return answer;
            }
            catch (ModelEndpointException failure)
            {
                _standing.Failed(failure);
                if (!failure.Transient || attempt >= options.Retries)
                {
                    ExceptionDispatchInfo.Throw(failure is UnreadableAnswerException unreadable ? unreadable.Final(address) : failure);
                }
            }

            await Task.Delay(wanted.Pause ?? Backoff(attempt), time, cancellationToken);
        }
    }

    private async Task<T> TryAsync<T>(Uri address, ReadOnlyMemory<byte> body, Func<EndpointAnswer, T> read, Wait wanted, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        HttpResponseMessage? response = null;
        try
        {
            using var request = Request(address, body);
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new AnsweredErrorException(EndpointError.OfBody(await AnswerText.ReadFailureAsync(response, limit.Token)));
            }

            return read(await AnswerText.ReadAsync(response, limit.Token));
        }
        catch (AnsweredErrorException answered)
        {
            wanted.Pause = Bounded(RetryAfter(response!) ?? answered.Error.Pause);
            throw Failure(address, (int)response!.StatusCode, answered.Error);
        }
        catch (JsonException broken)
        {
            throw new ModelEndpointException($"The answer of {address} is not JSON: {broken.Message}", transient: true, broken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw OfLine(address, broken, answered: response is not null);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EndpointUnreachableException(FormattableString.Invariant($"{address} did not answer within {options.TimeoutSeconds} s."), late);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private static ModelEndpointException Failure(Uri address, int status, EndpointError error)
    {
        var message = status is >= 200 and < 300 ? $"{address} answered with an error: {error.Message}" : $"{address} answered {status}: {error.Message}";
        var kind = EndpointErrorKinds.Of(error, status is >= 200 and < 300 ? null : status);
        return kind switch
        {
            EndpointErrorKind.Quota => new EndpointQuotaException(message),
            EndpointErrorKind.ContextLimit => new ContextLimitException(message),
            EndpointErrorKind.Refused => new ModelEndpointException(message, transient: false),
            EndpointErrorKind.Passing => new ModelEndpointException(message, transient: true),
            _ => new ModelEndpointException(message, transient: true) { Away = true },
        };
    }

    private static ModelEndpointException OfLine(Uri address, Exception broken, bool answered) => answered
        ? new ModelEndpointException($"The answer of {address} broke off: {broken.Message}", transient: true, broken) { Away = true }
        : broken is HttpRequestException
        {
            HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.VersionNegotiationError,
        }
            ? new ModelEndpointException($"{address} does not answer as HTTP asks: {broken.Message}", transient: true, broken)
            : new EndpointUnreachableException($"{address} could not be asked: {broken.Message}", broken);

    private HttpRequestMessage Request(Uri address, ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, address)
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

    /// <summary>Reads the requested pause as seconds, as a date, or as the milliseconds that some servers add.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (Number(response, "retry-after-ms") is { } milliseconds)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        return response.Headers.RetryAfter is { } header
            ? header.Delta ?? (header.Date is { } date ? date - time.GetUtcNow() : null)
            : Number(response, "retry-after") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double? Number(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        && double.TryParse(values.ToString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and < 1e9
            ? number
            : null;

    /// <summary>Ignores a pause of zero or one that has passed. The client's own pauses then prevent a busy loop.</summary>
    private static TimeSpan? Bounded(TimeSpan? pause) =>
        pause is { Ticks: > 0 } wanted ? TimeSpan.FromTicks(Math.Min(wanted.Ticks, LongestPause.Ticks)) : null;

    /// <summary>Returns a pause that doubles from attempt to attempt. The jitter prevents thousands of episodes from retrying at the same time.</summary>
    private static TimeSpan Backoff(int attempt)
    {
        var ceiling = Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, attempt));
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    /// <summary>The pause that a server requests.</summary>
    private sealed class Wait
    {
        public TimeSpan? Pause { get; set; }
    }
}
