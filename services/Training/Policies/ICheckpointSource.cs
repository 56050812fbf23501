using AgentScaler.Training.Models;

namespace AgentScaler.Training.Policies;

/// <summary>Finds the checkpoints of policies.</summary>
public interface ICheckpointSource
{
    /// <summary>Returns the run whose checkpoint a request means: the named one or, without a name, the source's own choice.</summary>
    /// <returns>Null for a checkpoint that belongs to no run.</returns>
    /// <exception cref="CheckpointException">No run is named, and there is no checkpoint of this name.</exception>
    Task<string?> ChooseAsync(string? run, string policy, CancellationToken cancellationToken);

    /// <param name="run">The chosen run of the checkpoint; null for a checkpoint that belongs to no run.</param>
    /// <returns>A folder on this machine.</returns>
    /// <exception cref="CheckpointException">There is no such checkpoint.</exception>
    Task<string> LocateAsync(string? run, string policy, CancellationToken cancellationToken);
}
