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
    private readonly NpgsqlDataSource _engine;
    // What the engine needs to go on with an open cursor, by its id.
    private readonly ConcurrentDictionary<long, byte[]> _cursors = new();
    private readonly ConcurrentDictionary<TcpClient, byte> _clients = new();
    private readonly IPAddress _address;
    private readonly WireCredentials? _credentials;
    private TcpListener _listener;
    private CancellationTokenSource _stopping = new();
    private Task _accepting = Task.CompletedTask;

    private WireGateway(NpgsqlDataSource engine, IPEndPoint place, WireCredentials? credentials)
    {
        _engine = engine;
        _credentials = credentials;
        _address = place.Address;
        _listener = new TcpListener(place);
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
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var client in _clients.Keys)
        {
            client.Close();
        }

        _cursors.Clear();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Listens again on the same port.</summary>
    public void Resume()
    {
        _stopping.Dispose();
        _stopping = new CancellationTokenSource();
        _listener = new TcpListener(_address, Port);
        Listen();
    }

    public async ValueTask DisposeAsync()
    {
        await SuspendAsync();
        _stopping.Dispose();
        await _engine.DisposeAsync();
    }

    private void Listen()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_stopping.Token);
    }

    private async Task AcceptAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(stop);
                client.NoDelay = true;
                _clients[client] = 0;
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
        var commands = new EngineCommands(_engine, _cursors);
        var login = _credentials is null ? null : new WireLogin(_credentials);
        try
        {
            using var owned = client;
            var stream = client.GetStream();
            while (await WireMessage.ReadAsync(stream, stop) is { } request)
            {
                var reply = login?.Answer(request.Command) ?? await commands.ExecuteAsync(request.Command, stop);
                if (login is not null)
                {
                    WireLogin.Describe(request.Command, reply);
                }

                if (!request.MoreToCome)
                {
                    await stream.WriteAsync(request.Reply(reply), stop);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException
            or InvalidOperationException or NpgsqlException)
        {
            // The client, the engine or the gateway went away. Closing the connection is how a server's death looks to its client.
            return;
        }
        finally
        {
            _clients.TryRemove(client, out _);
        }
    }
}
