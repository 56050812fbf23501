namespace AgentScaler.Journeys.Tests;

/// <summary>One undisturbed run of every stage.</summary>
public sealed class TrainedRun : IAsyncLifetime
{
    public Journey Journey { get; } = new();

    /// <summary>What the run told of its progress.</summary>
    public string Progress { get; private set; } = "";

    public async ValueTask InitializeAsync() => Progress = await Journey.RunAsync("evaluate", CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        Journey.Dispose();
        return ValueTask.CompletedTask;
    }
}
