using System.Net;

namespace AgentScaler.LanguageModels;

/// <summary>Makes connections to model endpoints for thousands of requests that each wait for seconds.</summary>
public static class ModelConnections
{
    /// <summary>Returns a client without its own limits. Every request has its timeout, and the slots limit concurrency.</summary>
    public static HttpClient Create() => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = int.MaxValue,
        EnableMultipleHttp2Connections = true,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(30),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        // Proxies may compress without a request to do so, and compressed answers must be decompressed to be read.
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
