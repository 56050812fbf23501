using AgentScaler.Training.Models;

namespace AgentScaler.Training.Policies;

/// <summary>Where the checkpoint of a policy lies.</summary>
public interface ICheckpointSource
{
    /// <param name="run">The run whose checkpoint is meant; null for one of the server's own.</param>
    /// <returns>A folder on this machine.</returns>
    /// <exception cref="CheckpointException">There is no such checkpoint.</exception>
    Task<string> LocateAsync(string? run, string policy, CancellationToken cancellationToken);
}
