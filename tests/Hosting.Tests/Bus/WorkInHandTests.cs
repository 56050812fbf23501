using System.Text.Json;
using AgentScaler.Hosting.Bus;

namespace AgentScaler.Hosting.Tests.Bus;

public sealed class WorkInHandTests
{
    private static readonly Uri Queue = new("queue:work");

    private readonly WorkInHand _inHand = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Equal_work_waits_and_no_other_does()
    {
        var (atOnce, most) = (0, 0);
        var end = new TaskCompletionSource();
        var same = Enumerable.Range(0, 20).Select(_ => _inHand.AloneAsync(Queue, "work", async () =>
        {
            most = Math.Max(most, ++atOnce);
            await end.Task;
            await Task.Yield();
            atOnce--;
        }, Stop)).ToList();
        await _inHand.AloneAsync(Queue, "other work", () => Task.CompletedTask, Stop);
        await _inHand.AloneAsync(new Uri("queue:other"), "work", () => Task.CompletedTask, Stop);

        Assert.All(same, task => Assert.False(task.IsCompleted));
        end.SetResult();
        await Task.WhenAll(same);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Where_the_first_fails_the_next_works()
    {
        var end = new TaskCompletionSource();
        var first = _inHand.AloneAsync(Queue, "work", async () =>
        {
            await end.Task;
            throw new IOException("the line is dead");
        }, Stop);
        var done = false;
        var next = _inHand.AloneAsync(Queue, "work", () => Task.FromResult(done = true), Stop);

        end.SetResult();

        await Assert.ThrowsAsync<IOException>(() => first);
        await next;
        Assert.True(done);
    }

    [Fact]
    public async Task Whoever_waits_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var end = new TaskCompletionSource();
        var first = _inHand.AloneAsync(Queue, "work", () => end.Task, Stop);
        var next = _inHand.AloneAsync(Queue, "work", () => Task.CompletedTask, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        end.SetResult();
        await first;
    }

    /// <summary>Two deliveries of one message are one unit of work.</summary>
    [Fact]
    public void A_message_of_work_equals_its_copy() => Assert.All(WorkQueues.Messages, type =>
    {
        var members = string.Join(',', type.GetProperties().Select(member =>
            $"\"{member.Name}\":{(member.PropertyType == typeof(string) ? "\"x\"" : member.PropertyType == typeof(bool) ? "true" : "7")}"));
        Assert.Equal(JsonSerializer.Deserialize($"{{{members}}}", type), JsonSerializer.Deserialize($"{{{members}}}", type));
    });
}
