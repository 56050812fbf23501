using System.Runtime.InteropServices;

namespace AgentScaler.Training.Native;

/// <summary>
/// Controls how the C library keeps memory that libtorch frees. By default glibc maps large blocks anew each time and returns them when they are
/// freed, so every tensor of a step causes page faults. These, and not arithmetic, took most of the time of a step.
/// </summary>
internal static partial class NativeHeap
{
    // From malloc.h.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MostMappings = -4;
    private const int MostArenas = -8;

    /// <summary>Makes glibc take large blocks from the heap and keep freed memory for the next step. Does nothing with another C library.</summary>
    public static void KeepFreed()
    {
        try
        {
            _ = SetOption(MostMappings, 0);
            _ = SetOption(TrimThreshold, 2_000_000_000);
            _ = SetOption(TopPad, 256 << 20);
            // Other arenas consist of pieces of 64 MiB and release them.
            _ = SetOption(MostArenas, 1);
        }
        catch (EntryPointNotFoundException)
        {
            // musl and others have no such options.
        }
    }

    /// <summary>Returns free memory to the system after a training.</summary>
    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
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
