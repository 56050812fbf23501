using MongoDB.Bson;
using MongoDB.Driver;

namespace AgentScaler.StandIns;

/// <summary>Stands where mongosh stands in the health check: asks the server of the given address for a ping.</summary>
internal static class MongoShell
{
    public static async Task<int> RunAsync(string[] args)
    {
        var settings = MongoClientSettings.FromConnectionString(args.First(argument => argument.StartsWith("mongodb://", StringComparison.Ordinal)));
        settings.ServerSelectionTimeout = TimeSpan.FromSeconds(5);
        try
        {
            using var client = new MongoClient(settings);
            var reply = await client.GetDatabase("admin").RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1));
            return reply["ok"].ToDouble() > 0 ? 0 : 1;
        }
        catch (Exception exception) when (exception is MongoException or TimeoutException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
