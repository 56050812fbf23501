using AgentScaler.Training.Native;

namespace AgentScaler.Training.Engine;

internal static class EngineThreads
{
    /// <summary>
    /// Sets how many CPU threads libtorch uses for what this thread asks of it; 0 means all cores. Another thread's number is its own, all cores
    /// unless it sets one: whoever sets it keeps its thread, and waits on it rather than for it.
    /// </summary>
    public static void Use(int threads) => ThreadNumbers.SetOwn(threads > 0 ? threads : Environment.ProcessorCount);
}
