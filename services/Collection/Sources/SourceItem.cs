namespace AgentScaler.Collection.Sources;

/// <summary>One file or archive member that may hold documents.</summary>
/// <param name="Uri">The path relative to the given source, with members of an archive after <c>!</c>.</param>
/// <param name="Path">The path inside its container, with <c>/</c>. External references are relative to it.</param>
/// <param name="Container">The container of its siblings; null for a file given alone inside no folder.</param>
/// <param name="Failure">Why it cannot be opened; null if it can.</param>
public sealed record SourceItem(string Uri, string Path, ISourceContainer Container, string? Failure = null)
{
    /// <summary>What it is, if it is named and not read on purpose; else null.</summary>
    public string? PassedOver { get; init; }
}
