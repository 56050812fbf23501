using TorchSharp;

namespace AgentScaler.Training.Engine;

internal static class EngineThreads
{
    /// <summary>Sets libtorch's CPU threads for the process; 0 means all cores.</summary>
    public static void Use(int threads)
    {
        var wanted = threads > 0 ? threads : Environment.ProcessorCount;
        if (torch.get_num_threads() != wanted) torch.set_num_threads(wanted);
    }
}
