namespace AgentScaler.Journeys.Tests;

/// <summary>One undisturbed run of every stage.</summary>
public sealed class TrainedRun : IAsyncLifetime
{
    public Journey Journey { get; } = new();

    public async ValueTask InitializeAsync() => await Journey.RunAsync("evaluate", CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        Journey.Dispose();
        return ValueTask.CompletedTask;
    }
}
