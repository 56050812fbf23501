using AgentScaler.Training.Native;

namespace AgentScaler.Training.Tests.Native;

public class MainHeapThreadTests
{
    [Fact]
    public async Task Work_runs_where_memory_comes_from_the_main_heap()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The C library's heaps are glibc's.");
        TorchBackend.Require();
        for (var i = 0; i < 20; i++) Assert.True(await MainHeapThread.Run(MainHeapThread.IsHere));
    }

    [Fact]
    public async Task What_work_throws_and_its_cancellation_reach_the_caller()
    {
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => MainHeapThread.Run<int>(() => throw new InvalidOperationException("broken")))).Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MainHeapThread.Run<int>(() => throw new OperationCanceledException()));
    }
}
