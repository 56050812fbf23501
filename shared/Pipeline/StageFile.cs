using AgentScaler.Storage;

namespace AgentScaler.Pipeline;

/// <summary>A file or folder of a stage in a run's folder.</summary>
/// <param name="Path">The path in the run's folder. A folder has no extension.</param>
/// <param name="Lines">The collection whose documents are the file's lines, in order of id. Null if the gateway makes the file in another way.</param>
public sealed record StageFile(string Path, CollectionDefinition? Lines = null)
{
    public bool IsFolder => !System.IO.Path.HasExtension(Path);
}
