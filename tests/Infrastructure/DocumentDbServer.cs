using System.Diagnostics;
using AgentScaler.TestInfrastructure.Provisioning;
using Npgsql;

namespace AgentScaler.TestInfrastructure;

/// <summary>PostgreSQL with the documentdb extension, run from the provisioned folder on a fresh data directory.</summary>
internal sealed class DocumentDbServer : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/18/bin";

    private readonly string _root;
    private readonly string _inside;
    private EngineProcess _process;

    private DocumentDbServer(string root, string inside, EngineProcess process, string connectionString)
    {
        _root = root;
        _inside = inside;
        _process = process;
        ConnectionString = connectionString;
    }

    public EngineProcess Process => _process;

    public string ConnectionString { get; }

    public static async Task<DocumentDbServer> StartAsync(string root, CancellationToken cancellationToken)
    {
        var port = EngineProcess.FreePort();
        // Inside the folder, where the engine's own user may write.
        var inside = $"/var/lib/postgresql/suite-{port}";
        await RunAsync(root, $"{Binaries}/initdb", "-D", inside, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres");
        await File.AppendAllTextAsync(
            Path.Combine(root + inside, "postgresql.conf"),
            $"""
            shared_preload_libraries='pg_cron,pg_documentdb_core,pg_documentdb'
            cron.database_name='postgres'
            port={port}
            listen_addresses='127.0.0.1'
            unix_socket_directories=''
            max_connections=200
            # What is answered must survive a killed server, but not a power cut.
            synchronous_commit=on
            fsync=off
            # A cursor outlives the connection that opened it, as with MongoDB.
            documentdb.useFileBasedPersistedCursors=on

            """,
            cancellationToken);
        var connectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=120;Include Error Detail=true";
        return new DocumentDbServer(root, inside, await RunAsync(root, inside, connectionString, cancellationToken), connectionString);
    }

    /// <summary>Starts the killed server again on its data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _process.DisposeAsync();
        _process = await RunAsync(_root, _inside, ConnectionString, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_root + _inside, recursive: true);
    }

    private static async Task<EngineProcess> RunAsync(string root, string inside, string connectionString, CancellationToken cancellationToken)
    {
        var process = await EngineProcess.StartAsync("chroot", Command(root, $"{Binaries}/postgres", "-D", inside));
        await process.UntilAsync(token => PrepareAsync(connectionString, token), TimeSpan.FromSeconds(120), cancellationToken);
        return process;
    }

    private static async Task PrepareAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("CREATE EXTENSION IF NOT EXISTS documentdb CASCADE", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task RunAsync(string root, params string[] command)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo("chroot", Command(root, command))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {errors}{await output}");
        }
    }

    // The engine refuses to run as root, and must not outlive a test process that is killed.
    private static string[] Command(string root, params string[] command) =>
        [root, "setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig", "KILL", .. command];
}
