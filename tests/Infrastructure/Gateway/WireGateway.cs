using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace AgentScaler.TestInfrastructure.Gateway;

/// <summary>
/// A thin MongoDB wire protocol in front of the documentdb extension: it frames messages and hands whole BSON commands
/// to the engine. Test infrastructure, never a product feature.
/// </summary>
public sealed class WireGateway : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly NpgsqlDataSource engine;
    // What the engine needs to go on with an open cursor, by its id.
    private readonly ConcurrentDictionary<long, byte[]> cursors = new();

    private WireGateway(NpgsqlDataSource engine) => this.engine = engine;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Listens on a free port of the loopback address and owns the data source.</summary>
    public static WireGateway Start(NpgsqlDataSource engine)
    {
        var gateway = new WireGateway(engine);
        gateway.listener.Start();
        _ = gateway.AcceptAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        listener.Stop();
        await engine.DisposeAsync().ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token).ConfigureAwait(false);
                client.NoDelay = true;
                _ = ServeAsync(client);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var stream = client.GetStream();
        var commands = new EngineCommands(engine, cursors);
        try
        {
            while (await WireMessage.ReadAsync(stream, stopping.Token).ConfigureAwait(false) is { } request)
            {
                var reply = await commands.ExecuteAsync(request.Command, stopping.Token).ConfigureAwait(false);
                if (!request.MoreToCome)
                {
                    await stream.WriteAsync(request.Reply(reply), stopping.Token).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client or the gateway went away; there is nobody left to tell.
            return;
        }
    }
}
