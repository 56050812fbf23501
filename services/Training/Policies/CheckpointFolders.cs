using AgentScaler.Training.Models;

namespace AgentScaler.Training.Policies;

/// <summary>Checkpoints in a folder, one folder each.</summary>
public sealed class CheckpointFolders(string folder) : ICheckpointSource
{
    /// <summary>The names of the existing checkpoints.</summary>
    public IReadOnlyList<string> Names => !Directory.Exists(folder)
        ? []
        : [.. Directory.GetDirectories(folder)
            .Where(f => File.Exists(Path.Combine(f, ModelConfig.FileName)) && !f.EndsWith(".partial", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public Task<string?> ChooseAsync(string? run, string policy, CancellationToken cancellationToken) => Task.FromResult(run);

    public Task<string> LocateAsync(string? run, string policy, CancellationToken cancellationToken) => Task.FromResult(Locate(policy));

    /// <inheritdoc cref="ICheckpointSource.LocateAsync"/>
    public string Locate(string policy)
    {
        // Names come from clients, so only a known name is accepted, never a path.
        var path = Names.Contains(policy, StringComparer.Ordinal) ? Path.Combine(folder, policy) : null;
        return path ?? throw new CheckpointException(
            $"there is no checkpoint '{policy}'; at hand are: {(Names.Count > 0 ? string.Join(", ", Names) : "none, train first")}.");
    }
}
