using TorchSharp;

namespace AgentScaler.Training.Engine;

internal static class EngineThreads
{
    /// <summary>
    /// Sets how many CPU threads libtorch uses for what this thread asks of it; 0 means all cores. Another thread's number is its own (OpenMP's
    /// rule), all cores at first: whoever sets it keeps its thread, and waits on it rather than for it.
    /// </summary>
    public static void Use(int threads)
    {
        var wanted = threads > 0 ? threads : Environment.ProcessorCount;
        if (torch.get_num_threads() != wanted) torch.set_num_threads(wanted);
    }
}
