namespace AgentScaler.Collection.Sources;

/// <summary>One file or archive member that may hold documents.</summary>
/// <param name="Uri">Relative to the source as given; members of an archive after <c>!</c>.</param>
/// <param name="Path">Path inside its container, with <c>/</c>; what external references resolve against.</param>
/// <param name="Container">Where its siblings are found; null for a file given alone inside no folder.</param>
/// <param name="Failure">Why it cannot be opened; null where it can.</param>
public sealed record SourceItem(string Uri, string Path, ISourceContainer Container, string? Failure = null);
