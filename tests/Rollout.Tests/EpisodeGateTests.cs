namespace AgentScaler.Rollout.Tests;

public sealed class EpisodeGateTests
{
    [Fact]
    public async Task No_more_episodes_of_a_run_are_in_flight_than_its_options_say()
    {
        var gate = new EpisodeGate();
        var (inFlight, most) = (0, 0);
        var open = new TaskCompletionSource();
        var episodes = Enumerable.Range(0, 20).Select(_ => gate.EnterAsync("run", 3, async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inFlight));
            await open.Task;
            return Interlocked.Decrement(ref inFlight);
        }, TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(3, inFlight);
        open.SetResult();
        await Task.WhenAll(episodes);
        Assert.Equal(3, most);
    }
}
