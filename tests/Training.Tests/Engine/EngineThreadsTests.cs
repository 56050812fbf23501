using System.Runtime.CompilerServices;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Native;
using AgentScaler.Training.Tests.Native;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Engine;

public sealed class EngineThreadsTests
{
    [Fact]
    public void A_number_of_threads_is_the_number_of_the_thread_that_sets_it()
    {
        TorchBackend.Require();

        var (first, other) = On(() =>
        {
            EngineThreads.Use(2);
            var other = On(() =>
            {
                EngineThreads.Use(1);
                return get_num_threads();
            });
            return (get_num_threads(), other);
        });

        Assert.Equal((2, 1), (first, other));
    }

    /// <summary>libtorch gives such a thread the number that was set last in the process, whoever set it.</summary>
    [Fact]
    public void A_thread_that_sets_nothing_has_all_cores_whatever_others_have_set()
    {
        TorchBackend.Require();

        On(() =>
        {
            EngineThreads.Use(Environment.ProcessorCount + 1);
            return true;
        });

        Assert.Equal(Environment.ProcessorCount, On(get_num_threads));
    }

    /// <summary>An asynchronous method goes on wherever there is a thread, with the number that this one has.</summary>
    [Fact]
    public void Whoever_sets_the_number_of_threads_keeps_its_thread()
    {
        var callers = CallGraph.CallersOf(typeof(EngineThreads).GetMethod(nameof(EngineThreads.Use))!, typeof(EngineThreads).Module);

        Assert.NotEmpty(callers);
        Assert.DoesNotContain(callers, caller => caller.DeclaringType!.IsAssignableTo(typeof(IAsyncStateMachine)));
    }

    private static T On<T>(Func<T> work)
    {
        T result = default!;
        var thread = new Thread(() => result = work());
        thread.Start();
        thread.Join();
        return result;
    }
}
