using AgentScaler.Training.Native;

namespace AgentScaler.Training.Engine;

internal static class EngineThreads
{
    /// <summary>
    /// Sets the number of CPU threads that libtorch uses for work of the calling thread; 0 means all cores. Every other thread has a separate number, which is
    /// all cores unless it sets one. So the caller must stay on its thread and block instead of awaiting.
    /// </summary>
    public static void Use(int threads) => ThreadNumbers.SetOwn(threads > 0 ? threads : Environment.ProcessorCount);
}
