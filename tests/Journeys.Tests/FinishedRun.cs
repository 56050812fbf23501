namespace AgentScaler.Journeys.Tests;

/// <summary>One undisturbed run as far as filter, shared by the tests that read it or compare with it.</summary>
public sealed class FinishedRun : IAsyncLifetime
{
    public Journey Journey { get; } = new();

    public async ValueTask InitializeAsync() => await Journey.RunAsync("filter", CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        Journey.Dispose();
        return ValueTask.CompletedTask;
    }
}
