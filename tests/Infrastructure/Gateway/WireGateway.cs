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
    private readonly NpgsqlDataSource engine;
    // What the engine needs to go on with an open cursor, by its id.
    private readonly ConcurrentDictionary<long, byte[]> cursors = new();
    private readonly ConcurrentDictionary<TcpClient, byte> clients = new();
    private readonly IPAddress address;
    private readonly WireCredentials? credentials;
    private TcpListener listener;
    private CancellationTokenSource stopping = new();
    private Task accepting = Task.CompletedTask;

    private WireGateway(NpgsqlDataSource engine, IPEndPoint place, WireCredentials? credentials)
    {
        this.engine = engine;
        this.credentials = credentials;
        address = place.Address;
        listener = new TcpListener(place);
    }

    public int Port { get; private set; }

    /// <summary>Listens and owns the data source.</summary>
    /// <param name="place">A free port of the loopback address where none is given.</param>
    /// <param name="credentials">Who may send commands; anybody where none are given.</param>
    public static WireGateway Start(NpgsqlDataSource engine, IPEndPoint? place = null, WireCredentials? credentials = null)
    {
        var gateway = new WireGateway(engine, place ?? new IPEndPoint(IPAddress.Loopback, 0), credentials);
        gateway.Listen();
        return gateway;
    }

    /// <summary>Closes the port and every connection, as the death of a server does.</summary>
    public async Task SuspendAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        listener.Stop();
        await accepting.ConfigureAwait(false);
        foreach (var client in clients.Keys)
        {
            client.Close();
        }

        cursors.Clear();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Listens again on the same port.</summary>
    public void Resume()
    {
        stopping.Dispose();
        stopping = new CancellationTokenSource();
        listener = new TcpListener(address, Port);
        Listen();
    }

    public async ValueTask DisposeAsync()
    {
        await SuspendAsync().ConfigureAwait(false);
        stopping.Dispose();
        await engine.DisposeAsync().ConfigureAwait(false);
    }

    private void Listen()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(stopping.Token);
    }

    private async Task AcceptAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop).ConfigureAwait(false);
                client.NoDelay = true;
                clients[client] = 0;
                _ = Task.Run(() => ServeAsync(client, stop), CancellationToken.None);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        var commands = new EngineCommands(engine, cursors);
        var login = credentials is null ? null : new WireLogin(credentials);
        try
        {
            using var owned = client;
            var stream = client.GetStream();
            while (await WireMessage.ReadAsync(stream, stop).ConfigureAwait(false) is { } request)
            {
                var reply = login?.Answer(request.Command) ?? await commands.ExecuteAsync(request.Command, stop).ConfigureAwait(false);
                if (login is not null)
                {
                    WireLogin.Describe(request.Command, reply);
                }

                if (!request.MoreToCome)
                {
                    await stream.WriteAsync(request.Reply(reply), stop).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException or NpgsqlException)
        {
            // The client, the engine or the gateway went away. Closing the connection is how a server's death looks to its client.
            return;
        }
        finally
        {
            clients.TryRemove(client, out _);
        }
    }
}
