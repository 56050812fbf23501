using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AgentScaler.Clustering.Endpoints;

/// <summary>Posts JSON to an OpenAI-compatible endpoint; what may pass (429, 5xx, a broken connection) is tried again.</summary>
public sealed class EndpointClient(IHttpClientFactory clients, string endpoint, string? keyVariable, int attempts, TimeProvider time)
{
    public const string ClientName = "clustering-endpoint";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <param name="path">Below <c>/v1</c>, for example <c>embeddings</c>.</param>
    /// <exception cref="HttpRequestException">The endpoint refused, or failed in every attempt; the message gives address and status.</exception>
    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        var address = Address(endpoint, path);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendAsync(address, body, cancellationToken);
            }
            catch (HttpRequestException exception) when (attempt < attempts && MayPass(exception.StatusCode))
            {
                await Task.Delay(Pause(attempt, exception), time, cancellationToken);
            }
        }
    }

    internal static Uri Address(string endpoint, string path)
    {
        var root = endpoint.TrimEnd('/');
        return new Uri(root.EndsWith("/v1", StringComparison.Ordinal) ? $"{root}/{path}" : $"{root}/v1/{path}");
    }

    private async Task<JsonElement> SendAsync(Uri address, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        var key = keyVariable is null ? null : Environment.GetEnvironmentVariable(keyVariable);
        if (!string.IsNullOrEmpty(key))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var response = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var refused = new HttpRequestException(
                $"{address} answered {(int)response.StatusCode}: {(text.Length > 300 ? text[..300] : text)}", null, response.StatusCode);
            if (response.Headers.RetryAfter?.Delta is { } wait)
            {
                refused.Data[nameof(HttpResponseHeaders.RetryAfter)] = wait;
            }

            throw refused;
        }

        try
        {
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new HttpRequestException($"{address} answered what is not JSON: {exception.Message}", exception);
        }
    }

    private static bool MayPass(HttpStatusCode? status) =>
        status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    private static TimeSpan Pause(int attempt, HttpRequestException exception)
    {
        var pause = exception.Data[nameof(HttpResponseHeaders.RetryAfter)] as TimeSpan? ?? FirstPause * Math.Pow(2, attempt - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}
