using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Api;
using AgentScaler.Gateway.Files;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Gateway.Reports;
using AgentScaler.Gateway.Runs;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Remote;

/// <summary>Calls a gateway's HTTP API for the command line.</summary>
internal sealed class GatewayClient : IDisposable
{
    private const int LongestDetail = 500;

    private readonly HttpClient _http;
    private readonly string _keyVariable;

    public GatewayClient(Uri address, string? key, string keyVariable)
    {
        _keyVariable = keyVariable;
        _http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(30) })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan
        };
        if (!string.IsNullOrEmpty(key))
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public Uri Address => _http.BaseAddress!;

    public void Dispose() => _http.Dispose();

    public async Task<bool> HasUploadAsync(string sha256, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"api/v1/uploads/{sha256}");
        using var response = await SendAsync(request, cancellationToken, HttpStatusCode.NotFound);
        return response.IsSuccessStatusCode;
    }

    public async Task<Upload> UploadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var body = new StreamContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/uploads") { Content = body };
        return await ReadAsync<Upload>(request, cancellationToken);
    }

    public async Task<RunView> StartAsync(RunOrder order, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/runs") { Content = JsonContent.Create(order, options: ContractJson.Options) };
        return await ReadAsync<RunView>(request, cancellationToken);
    }

    /// <summary>Returns the named run, or the newest.</summary>
    /// <exception cref="CommandException">There is no such run.</exception>
    public async Task<RunView> FindAsync(string? run, CancellationToken cancellationToken)
    {
        if (run is not null)
        {
            return await GetAsync<RunView>(PathOf(run), cancellationToken);
        }

        var all = await GetAsync<Page<RunView>>("api/v1/runs", cancellationToken);
        return all.Items.Count > 0
            ? all.Items[0]
            : throw CommandException.Usage($"the gateway {Address} has no run; 'agentscaler run --gateway {Address}' starts one.");
    }

    public Task<JsonObject> ReportAsync(string run, CancellationToken cancellationToken) => GetAsync<JsonObject>(PathOf(run, "/report"), cancellationToken);

    public Task<IReadOnlyList<DeadUnit>> ErrorsAsync(string run, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<DeadUnit>>(PathOf(run, "/errors"), cancellationToken);

    public Task<IReadOnlyList<ServiceState>> ServicesAsync(CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ServiceState>>("api/v1/services", cancellationToken);

    /// <returns>Number of units that are tried again.</returns>
    public async Task<int> ReplayAsync(string run, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, PathOf(run, "/errors/replay"));
        return (await ReadAsync<JsonObject>(request, cancellationToken))["units"]!.GetValue<int>();
    }

    public async Task CancelAsync(string run, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, PathOf(run));
        using var response = await SendAsync(request, cancellationToken);
    }

    public Task<IReadOnlyList<FileDigest>> FilesAsync(string run, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<FileDigest>>(PathOf(run, "/files"), cancellationToken);

    /// <summary>Requests a file, starting at byte <paramref name="from"/> if the file still has this hash, otherwise at its beginning.</summary>
    public Task<HttpResponseMessage> OpenFileAsync(string run, FileDigest file, long from, CancellationToken cancellationToken)
    {
        var path = string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
        var request = new HttpRequestMessage(HttpMethod.Get, PathOf(run, "/files/" + path));
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue($"\"{file.Sha256}\""));
        }

        return SendAsync(request, cancellationToken);
    }

    /// <summary>Streams the run's events after the last event seen.</summary>
    public Task<HttpResponseMessage> OpenEventsAsync(string run, string? seen, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, PathOf(run, "/events"));
        if (seen is not null)
        {
            request.Headers.Add("Last-Event-ID", seen);
        }

        return SendAsync(request, cancellationToken);
    }

    private static string PathOf(string run, string rest = "") => $"api/v1/runs/{Uri.EscapeDataString(run)}{rest}";

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await ReadAsync<T>(request, cancellationToken);
    }

    private async Task<T> ReadAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<T>(ContractJson.Options, cancellationToken))!;
    }

    /// <summary>Returns the error that ends a command if the gateway does not answer.</summary>
    public CommandException OutOfReach(Exception exception) => OutOfReach(exception.GetBaseException().Message);

    private CommandException OutOfReach(string? detail) => new(
        ExitCode.Unreachable,
        $"the gateway {Address} is out of reach: {OneLine.Of(detail ?? "it does not answer", LongestDetail).TrimEnd('.')}; start it or correct --gateway, then run the same command again.");

    /// <exception cref="CommandException">The gateway is unreachable (exit code 3) or rejects the request.</exception>
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken,
        HttpStatusCode expected = HttpStatusCode.OK)
    {
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw OutOfReach(exception);
        }

        if (response.IsSuccessStatusCode || response.StatusCode == expected)
        {
            return response;
        }

        using (response)
        {
            throw await RefusedAsync(response, cancellationToken);
        }
    }

    private async Task<CommandException> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var detail = response.ReasonPhrase;
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
            detail = problem?["detail"]?.ToString() ?? detail;
        }
        catch (JsonException)
        {
            // Something in front of the gateway answered, without problem details.
        }

        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized =>
                CommandException.Usage($"the gateway {Address} refuses: {detail} The command sends the key in the variable {_keyVariable}."),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                OutOfReach(detail),
            < HttpStatusCode.InternalServerError => CommandException.Usage($"the gateway {Address} refuses: {detail}"),
            _ => CommandException.Failed($"the gateway {Address} failed: {detail}"),
        };
    }
}
