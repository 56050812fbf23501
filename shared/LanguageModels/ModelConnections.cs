using System.Net;

namespace AgentScaler.LanguageModels;

/// <summary>Connections to model endpoints, for thousands of requests that each wait for seconds.</summary>
public static class ModelConnections
{
    /// <summary>A client without a limit of its own: every request carries its timeout, and concurrency is bounded by the slots.</summary>
    public static HttpClient Create() => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = int.MaxValue,
        EnableMultipleHttp2Connections = true,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(30),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        // Proxies compress without being asked, and an answer that nobody unpacks is no answer.
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
