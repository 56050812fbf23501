using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AgentScaler.Journeys.Tests.Serving;

/// <summary>One run of every stage on a served stack, started and watched by the command line, and pulled.</summary>
public sealed class ServedRun : IAsyncLifetime
{
    public ServedStack Stack { get; } = new();

    public string Id { get; private set; } = "";

    public CommandOutcome Outcome { get; private set; } = null!;

    public CommandOutcome Pulled { get; private set; } = null!;

    /// <summary>Where the run's files were pulled to.</summary>
    public string Workspace => Stack.Place("pulled");

    public async ValueTask InitializeAsync()
    {
        await Stack.InitializeAsync();
        Outcome = await Stack.CommandAsync(["run", .. Journey.SmallSources, "--config", Stack.Configuration], CancellationToken.None);
        Assert.True(Outcome.Exit == 0, $"{Outcome.Exit}: {Outcome.Error}");
        var all = await Stack.Http.GetFromJsonAsync<JsonObject>("/api/v1/runs");
        Id = all!["items"]!.AsArray().Single()!["id"]!.GetValue<string>();
        Pulled = await Stack.CommandAsync(["pull", "--run", Id, "--workspace", Workspace], CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Stack.DisposeAsync();
}
