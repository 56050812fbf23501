using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Stores;
using AgentScaler.TestInfrastructure.Services;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AgentScaler.Journeys.Tests.Stack;

/// <summary><see cref="EchoConsumer"/> beside the services of a stack.</summary>
internal sealed class Echo(IHost host) : IAsyncDisposable
{
    private readonly int _before = EchoConsumer.Echoed;

    public int Echoed => EchoConsumer.Echoed - _before;

    public static async Task<Echo> StartAsync(ServiceStack stack, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            stack.Settings.ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), pair => (string?)pair.Value));
        builder.Services.AddStore(builder.Configuration).AddBus(builder.Configuration, EchoConsumer.Register);
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new Echo(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
