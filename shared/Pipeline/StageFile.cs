using AgentScaler.Storage;

namespace AgentScaler.Pipeline;

/// <summary>A file or folder that a stage has in a run's folder.</summary>
/// <param name="Path">Its path there. A folder has no extension.</param>
/// <param name="Lines">The collection whose documents are its lines, in order of id; null where the gateway makes it in another way.</param>
public sealed record StageFile(string Path, CollectionDefinition? Lines = null)
{
    public bool IsFolder => !System.IO.Path.HasExtension(Path);
}
