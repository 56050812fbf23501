using Microsoft.Extensions.Configuration;

namespace AgentScaler.Hosting.Health;

/// <summary>
/// The verb <c>health</c> of every service. It asks the service in the same container, with the same settings, whether it is ready, so that an
/// image needs no other program for its health check.
/// </summary>
public static class HealthProbe
{
    private const string Verb = "health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether the arguments ask for the probe and not for the service.</summary>
    public static bool IsAsked(IReadOnlyList<string> args) => args is [Verb];

    /// <summary>Asks <c>/health/ready</c> of the service.</summary>
    /// <returns>0 if the service is ready; 1 if it is not or does not answer, with the reason on standard error.</returns>
    public static Task<int> RunAsync() => RunAsync(
        Address(new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables()
            .Build()),
        Console.Error);

    internal static async Task<int> RunAsync(Uri address, TextWriter error)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(address);
            if (answer.IsSuccessStatusCode)
            {
                return 0;
            }

            await error.WriteLineAsync($"{address} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            await error.WriteLineAsync($"{address} does not answer: {exception.Message}");
        }

        return 1;
    }

    /// <summary>The address at which the service answers HTTP locally, read from the settings of the web server.</summary>
    internal static Uri Address(IConfiguration configuration)
    {
        var listens = configuration["Kestrel:Endpoints:Http:Url"]
            ?? First(configuration["urls"])
            ?? (First(configuration["http_ports"]) is { } port ? $"http://*:{port}" : "http://localhost:5000");
        var address =
            new UriBuilder(listens.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal));
        address.Host = address.Host is "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        address.Path = "/health/ready";
        return address.Uri;
    }

    private static string? First(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
