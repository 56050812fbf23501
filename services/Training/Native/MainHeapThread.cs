using System.Runtime.InteropServices;

namespace AgentScaler.Training.Native;

/// <summary>
/// A thread whose memory comes from glibc's main heap. A thread is given one of several heaps, by turns; all but the main one are made of
/// pieces of 64 MiB, in which blocks of a training (tens of MiB, of ever new sizes) find no gap that fits, so that the process grows all the while.
/// </summary>
internal static partial class MainHeapThread
{
    // Of malloc.c: the bit in a block's size that says that it is not of the main heap (NON_MAIN_ARENA).
    private const nuint OtherHeap = 4;

    // More than there are heaps: threads that wait hold theirs, so the turn comes to the main one.
    private const int MostThreads = 256;

    /// <summary>Runs work to its end; where the C library is another, on any thread of its own.</summary>
    public static Task<T> Run<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Waits for the search from a thread that may: the caller's is not held up.
        new Thread(() => Search(() => Complete(result, work))) { IsBackground = true, Name = "training search" }.Start();
        return result.Task;
    }

    /// <summary>Whether what this thread allocates comes from the main heap.</summary>
    internal static unsafe bool IsHere()
    {
        var block = Allocate(64);
        if (block == 0) return false;
        var size = *(nuint*)(block - sizeof(nuint));
        Free(block);
        return (size & OtherHeap) == 0;
    }

    private static void Search(Action work)
    {
        // Keeps new threads from getting new heaps.
        var any = !TorchBackend.State.Available || !NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "gnu_get_libc_version", out _);
        using var ended = new ManualResetEventSlim();
        var threads = new List<Thread>();
        for (var found = false; !found;)
        {
            using var looked = new ManualResetEventSlim();
            var here = any || threads.Count == MostThreads;
            threads.Add(Start(() =>
            {
                here |= IsHere();
                looked.Set();
                if (here) work();
                else ended.Wait();
            }));
            looked.Wait();
            found = here;
        }

        ended.Set();
        threads.ForEach(thread => thread.Join());
    }

    private static Thread Start(Action work)
    {
        var thread = new Thread(() => work()) { IsBackground = true, Name = "training" };
        thread.Start();
        return thread;
    }

    private static void Complete<T>(TaskCompletionSource<T> result, Func<T> work)
    {
        try
        {
            result.SetResult(work());
        }
        catch (OperationCanceledException exception)
        {
            result.SetCanceled(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            result.SetException(exception);
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc")]
    private static partial nint Allocate(nuint size);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint block);
}
