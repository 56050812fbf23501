using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AgentScaler.Gateway.Security;

/// <summary>Stops the start of a gateway that other machines can reach and that has no key.</summary>
internal sealed class OpenAddressGuard(IServer server, GatewayOptions options) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // No other machine was served before this point, because without a key the middleware rejects them.
        var open = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address => !IsLoopback(address));
        return open is null || !string.IsNullOrEmpty(options.ApiKey)
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"The gateway listens on {open}, which others can reach, and has no key. Set Gateway__ApiKey, or listen on a loopback address such as http://127.0.0.1:8080.");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host.Trim('[', ']');
        return host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
