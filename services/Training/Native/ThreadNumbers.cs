using TorchSharp;

namespace AgentScaler.Training.Native;

/// <summary>
/// libtorch's numbers of CPU threads. Its own setter affects more than the calling thread: the number becomes that of every thread that asks for the first time
/// afterwards, including OpenMP's workers, and the first call in a process permanently stops MKL from choosing a number itself. So the process's number is set
/// once, when libtorch is loaded, and a thread's own number is set directly in OpenMP and MKL.
/// </summary>
internal static unsafe class ThreadNumbers
{
    private static delegate* unmanaged<int, void> _openMp;
    private static delegate* unmanaged<int, int> _mkl;

    /// <summary>Sets the process's number, all cores, before the first computation.</summary>
    public static void Settle(nint library)
    {
        if (TorchBackend.TryFind(library, "omp_set_num_threads", null, out var openMp))
        {
            _openMp = (delegate* unmanaged<int, void>)openMp;
        }
        // The capitalised function takes the number itself. The other one, for Fortran, takes its address.
        if (TorchBackend.TryFind(library, "MKL_Set_Num_Threads_Local", null, out var mkl))
        {
            _mkl = (delegate* unmanaged<int, int>)mkl;
        }
        torch.set_num_threads(Environment.ProcessorCount);
    }

    /// <summary>Sets the number of the calling thread, and of no other thread if OpenMP is available.</summary>
    public static void SetOwn(int threads)
    {
        // The first query makes the thread take the process's number, which would otherwise override its own number later.
        if (torch.get_num_threads() == threads)
        {
            return;
        }
        if (_openMp is null)
        {
            torch.set_num_threads(threads);
            return;
        }

        _openMp(threads);
        if (_mkl is not null)
        {
            _ = _mkl(threads);
        }
    }
}
