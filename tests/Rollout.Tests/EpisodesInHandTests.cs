namespace AgentScaler.Rollout.Tests;

public sealed class EpisodesInHandTests
{
    private readonly EpisodesInHand inHand = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_episode_that_is_asked_for_again_waits_for_itself_and_for_no_other()
    {
        var (recorded, played) = (false, 0);
        var end = new TaskCompletionSource();
        Task PlayAsync() => inHand.AloneAsync("run", "episode", async () =>
        {
            if (recorded)
            {
                return;
            }

            played++;
            await end.Task;
            recorded = true;
        }, Stop);

        var asked = Enumerable.Range(0, 20).Select(_ => PlayAsync()).ToList();
        await inHand.AloneAsync("run", "another", () => Task.CompletedTask, Stop);
        await inHand.AloneAsync("another", "episode", () => Task.CompletedTask, Stop);

        Assert.All(asked, task => Assert.False(task.IsCompleted));
        end.SetResult();
        await Task.WhenAll(asked);
        Assert.Equal(1, played);
    }

    [Fact]
    public async Task Where_the_first_fails_the_next_plays()
    {
        var end = new TaskCompletionSource();
        var first = inHand.AloneAsync("run", "episode", async () =>
        {
            await end.Task;
            throw new IOException("the line is dead");
        }, Stop);
        var played = false;
        var next = inHand.AloneAsync("run", "episode", () => Task.FromResult(played = true), Stop);

        end.SetResult();

        await Assert.ThrowsAsync<IOException>(() => first);
        await next;
        Assert.True(played);
    }

    [Fact]
    public async Task Whoever_waits_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var end = new TaskCompletionSource();
        var first = inHand.AloneAsync("run", "episode", () => end.Task, Stop);
        var next = inHand.AloneAsync("run", "episode", () => Task.CompletedTask, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        end.SetResult();
        await first;
    }
}
