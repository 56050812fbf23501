using System.Runtime.InteropServices;
using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Native;
using AgentScaler.Training.Policies;
using AgentScaler.Training.Stages;
using AgentScaler.Trajectories.Policies;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Stages;

/// <summary>What a process did before a training, or does beside it, does not reach the weights. A small policy decodes on one thread, a training on
/// all.</summary>
public sealed class OneProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Setting();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Weights_are_the_same_before_a_policy_has_played_after_it_and_beside_it()
    {
        if (await FreshProcess.RanAsync())
        {
            return;
        }

        var first = Train("first");
        await PlayAsync();
        Assert.Equal(first, Train("after"));

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var playing = Task.Run(
            async () =>
            {
                while (!ended.IsCancellationRequested)
                {
                    await PlayAsync();
                }
            },
            Stop);
        var beside = Train("beside");
        await ended.CancelAsync();
        await playing;
        Assert.Equal(first, beside);
    }

    /// <summary>
    /// Whether the weights show it depends on the processor's kernels, so the settings are looked at too: the number of a thread that sets none,
    /// and whether MKL chooses another by itself, which libtorch's setter ends for the whole process.
    /// </summary>
    [Fact]
    public async Task What_libtorch_computes_with_is_settled_when_it_is_loaded_and_no_policy_or_training_changes_it()
    {
        if (await FreshProcess.RanAsync())
        {
            return;
        }

        TorchBackend.Require();
        var loaded = Settings();
        Train("first");
        var trained = Settings();
        await PlayAsync();

        Assert.Equal((Environment.ProcessorCount, 0), loaded);
        Assert.Equal(loaded, trained);
        Assert.Equal(loaded, Settings());
    }

    private static (int Threads, int MklChooses) Settings()
    {
        var library = NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libtorch_cpu.so"));
        var chooses = Marshal.GetDelegateForFunctionPointer<Setting>(NativeLibrary.GetExport(library, "mkl_serv_get_dynamic"));
        return (OnNewThread(get_num_threads), chooses());
    }

    private async Task PlayAsync()
    {
        await using var policy = new PolicySession(_folder["first/stage1"], 2);
        var request = new PolicyRequest("stage1", [.. SampleRows.One(1).Messages.Take(2)], SampleRows.Tools, 1) { MaxTokens = 4 };
        Assert.InRange((await policy.GenerateAsync(request, Stop)).CompletionTokens, 1, 4);
    }

    /// <summary>The hash of the weights.</summary>
    private string Train(string name)
    {
        var options = new TrainingOptions
        {
            VocabularySize = 400,
            Encoding = new EncodingOptions { MaxLength = 1024 },
            Stage1 = new OptimizationOptions { Steps = 3, TokensPerMicroBatch = 4096, SaveSteps = 0 },
        };
        var input = new TrainingStageInput(1, "stage1", SampleRows.Make(24), SampleRows.Make(2), null, _folder[name], _folder[name + ".work"], options, 1);
        return OnNewThread(() => new TrainingStage().Run(input, null, null, Stop).Weights);
    }

    private static T OnNewThread<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).GetAwaiter().GetResult();
}
