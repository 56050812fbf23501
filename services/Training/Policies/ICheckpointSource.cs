using AgentScaler.Training.Models;

namespace AgentScaler.Training.Policies;

/// <summary>Where the checkpoint of a policy lies.</summary>
public interface ICheckpointSource
{
    /// <summary>The run whose checkpoint a request means: the one that it names, or where it names none, the source's own choice.</summary>
    /// <returns>Null for a checkpoint of no run.</returns>
    /// <exception cref="CheckpointException">No run is named, and nothing of this name is at hand.</exception>
    Task<string?> ChooseAsync(string? run, string policy, CancellationToken cancellationToken);

    /// <param name="run">The run whose checkpoint is meant, as chosen; null for one of no run.</param>
    /// <returns>A folder on this machine.</returns>
    /// <exception cref="CheckpointException">There is no such checkpoint.</exception>
    Task<string> LocateAsync(string? run, string policy, CancellationToken cancellationToken);
}
