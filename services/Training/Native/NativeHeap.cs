using System.Runtime.InteropServices;

namespace AgentScaler.Training.Native;

/// <summary>
/// How the C library keeps memory that libtorch frees. glibc maps large blocks anew each time and gives them back when they are
/// freed, so that every tensor of a step is paid for in page faults: that, not arithmetic, was most of the time of a step.
/// </summary>
internal static partial class NativeHeap
{
    // Of malloc.h.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MostMappings = -4;
    private const int MostArenas = -8;

    /// <summary>Takes large blocks from the heap and keeps what is freed for the next step. Does nothing where the C library is another.</summary>
    public static void KeepFreed()
    {
        try
        {
            _ = SetOption(MostMappings, 0);
            _ = SetOption(TrimThreshold, 2_000_000_000);
            _ = SetOption(TopPad, 256 << 20);
            // Other arenas are made of pieces of 64 MiB and let go of them.
            _ = SetOption(MostArenas, 1);
        }
        catch (EntryPointNotFoundException)
        {
            // musl and others have no such options.
        }
    }

    /// <summary>Gives what is free back to the system, for what is done after a training.</summary>
    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = Trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // musl and others keep nothing.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint pad);
}
