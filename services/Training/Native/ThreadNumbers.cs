using TorchSharp;

namespace AgentScaler.Training.Native;

/// <summary>
/// libtorch's numbers of CPU threads. Its own setter changes more than the thread that calls it: the number becomes that of every thread that asks
/// for the first time afterwards, OpenMP's workers among them, and the first call of a process stops MKL from choosing a number itself, for good.
/// So the process's number is set once, when libtorch is loaded, and a thread's own number is set where OpenMP and MKL keep it.
/// </summary>
internal static unsafe class ThreadNumbers
{
    private static delegate* unmanaged<int, void> _openMp;
    private static delegate* unmanaged<int, int> _mkl;

    /// <summary>Gives the process its number, all cores, before anything is computed.</summary>
    public static void Settle(nint library)
    {
        if (TorchBackend.TryFind(library, "omp_set_num_threads", null, out var openMp)) _openMp = (delegate* unmanaged<int, void>)openMp;
        // The name in capitals takes the number itself, the other one, which is Fortran's, where it stands.
        if (TorchBackend.TryFind(library, "MKL_Set_Num_Threads_Local", null, out var mkl)) _mkl = (delegate* unmanaged<int, int>)mkl;
        torch.set_num_threads(Environment.ProcessorCount);
    }

    /// <summary>Sets the number of the calling thread, and of no other where OpenMP is at hand.</summary>
    public static void SetOwn(int threads)
    {
        // Asking first makes the thread take the process's number, which it would take over its own later.
        if (torch.get_num_threads() == threads) return;
        if (_openMp is null)
        {
            torch.set_num_threads(threads);
            return;
        }

        _openMp(threads);
        if (_mkl is not null) _ = _mkl(threads);
    }
}
