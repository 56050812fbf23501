using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AgentScaler.Collection.Rewriting;

/// <summary>Asks an OpenAI-compatible endpoint, again where asking again can help.</summary>
internal sealed class ChatEndpoint(HttpClient http, RewriteOptions options, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Uri _address = new(options.Endpoint!.TrimEnd('/') + "/chat/completions");
    private readonly string? _key = Environment.GetEnvironmentVariable(options.KeyVariable);

    /// <summary>The content of the answer's message.</summary>
    /// <exception cref="HttpRequestException">The endpoint refuses the request, or does not answer after all attempts.</exception>
    public async Task<string> AskAsync(byte[] body, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await SendAsync(body, cancellationToken);
            }
            catch (HttpRequestException exception) when (attempt < options.Retries && MayPass(exception.StatusCode))
            {
                var pause = FirstPause * Math.Pow(2, attempt);
                await Task.Delay(pause < LongestPause ? pause : LongestPause, time, cancellationToken);
            }
        }
    }

    private async Task<string> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        if (!string.IsNullOrEmpty(_key))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        }

        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException(
                    $"{_address} answered {(int)response.StatusCode}: {(text.Length > 300 ? text[..300] : text)}", null, response.StatusCode);
            }

            using var answer = JsonDocument.Parse(text);
            return answer.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() ?? "";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new HttpRequestException($"{_address} answered what is no chat completion: {exception.Message}", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(FormattableString.Invariant($"{_address} did not answer within {options.TimeoutSeconds} s."), exception);
        }
    }

    private static bool MayPass(HttpStatusCode? status)
        => status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
}
