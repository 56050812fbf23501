using System.Diagnostics;
using AgentScaler.TestInfrastructure.Provisioning;
using Npgsql;

namespace AgentScaler.TestInfrastructure;

/// <summary>PostgreSQL with the documentdb extension, run from the provisioned folder on a fresh data directory.</summary>
internal sealed class DocumentDbServer : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/18/bin";

    private readonly string root;
    private readonly string inside;
    private EngineProcess process;

    private DocumentDbServer(string root, string inside, EngineProcess process, string connectionString)
    {
        this.root = root;
        this.inside = inside;
        this.process = process;
        ConnectionString = connectionString;
    }

    public EngineProcess Process => process;

    public string ConnectionString { get; }

    public static async Task<DocumentDbServer> StartAsync(string root, CancellationToken cancellationToken)
    {
        var port = EngineProcess.FreePort();
        // Inside the folder, where the engine's own user may write.
        var inside = $"/var/lib/postgresql/suite-{port}";
        await RunAsync(root, $"{Binaries}/initdb", "-D", inside, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres").ConfigureAwait(false);
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
            cancellationToken).ConfigureAwait(false);
        var connectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=120;Include Error Detail=true";
        return new DocumentDbServer(root, inside, await RunAsync(root, inside, connectionString, cancellationToken).ConfigureAwait(false), connectionString);
    }

    /// <summary>Starts the killed server again on its data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await process.DisposeAsync().ConfigureAwait(false);
        process = await RunAsync(root, inside, ConnectionString, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(root + inside, recursive: true);
    }

    private static async Task<EngineProcess> RunAsync(string root, string inside, string connectionString, CancellationToken cancellationToken)
    {
        var process = await EngineProcess.StartAsync("chroot", Command(root, $"{Binaries}/postgres", "-D", inside)).ConfigureAwait(false);
        await process.UntilAsync(token => PrepareAsync(connectionString, token), TimeSpan.FromSeconds(120), cancellationToken).ConfigureAwait(false);
        return process;
    }

    private static async Task PrepareAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand("CREATE EXTENSION IF NOT EXISTS documentdb CASCADE", connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task RunAsync(string root, params string[] command)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo("chroot", Command(root, command))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {errors}{await output.ConfigureAwait(false)}");
        }
    }

    // The engine refuses to run as root, and must not outlive a test process that is killed.
    private static string[] Command(string root, params string[] command) =>
        [root, "setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig", "KILL", .. command];
}
