using System.Net;
using System.Runtime.InteropServices;
using AgentScaler.TestInfrastructure.Gateway;
using Npgsql;

namespace AgentScaler.StandIns;

/// <summary>Stands where mongo stands: the MongoDB-compatible engine of the tests, behind a login, started as mongo's image starts its server.</summary>
internal static class MongoServer
{
    private const int Port = 27017;
    private const string Initialised = "/data/db/.initialised";

    /// <summary>How long mongo's entry point keeps its first server on loopback alone while it creates the user.</summary>
    private static readonly TimeSpan Initialisation = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync()
    {
        var credentials = new WireCredentials(Variable("MONGO_INITDB_ROOT_USERNAME"), Variable("MONGO_INITDB_ROOT_PASSWORD"));
        var stop = new TaskCompletionSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.TrySetResult();
        });
        await PrepareAsync();
        if (!File.Exists(Initialised))
        {
            await using var first = WireGateway.Start(Engine(), new IPEndPoint(IPAddress.Loopback, Port));
            Console.WriteLine("The user is being created; the server answers on loopback alone.");
            await Task.WhenAny(stop.Task, Task.Delay(Initialisation));
            await File.WriteAllTextAsync(Initialised, "");
        }

        await using var server = WireGateway.Start(Engine(), new IPEndPoint(IPAddress.Any, Port), credentials);
        Console.WriteLine($"Waiting for connections on port {server.Port}.");
        await stop.Task;
        return 0;
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set.");

    private static NpgsqlDataSource Engine() =>
        NpgsqlDataSource.Create("Host=127.0.0.1;Port=9712;Username=postgres;Database=postgres;Maximum Pool Size=120;Include Error Detail=true");

    /// <summary>Waits for the engine, which the image's entry point starts beside this program, and makes it one that speaks BSON.</summary>
    private static async Task PrepareAsync()
    {
        await using var engine = Engine();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var command = engine.CreateCommand("CREATE EXTENSION IF NOT EXISTS documentdb CASCADE");
                await command.ExecuteNonQueryAsync();
                return;
            }
            catch (NpgsqlException) when (tries < 240)
            {
                await Task.Delay(250);
            }
        }
    }
}
