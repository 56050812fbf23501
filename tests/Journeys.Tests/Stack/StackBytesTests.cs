namespace AgentScaler.Journeys.Tests.Stack;

/// <summary>Whatever happens to seven processes, RabbitMQ and MongoDB, a run leaves the bytes of one process on its embedded store.</summary>
[Collection(StackFixture.Name)]
public sealed class StackBytesTests(StackFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undisturbed()
    {
        var journey = await fixture.FinishAsync(_ => Task.CompletedTask, Stop);

        Assert.Equal(fixture.Memory.Bytes(), journey.Bytes());
    }
}
