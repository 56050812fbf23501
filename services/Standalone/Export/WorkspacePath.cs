namespace AgentScaler.Standalone.Export;

/// <summary>Maps the name of a workspace file to a path on this machine.</summary>
internal static class WorkspacePath
{
    /// <exception cref="IOException">The name leads to a path outside the workspace.</exception>
    public static string Of(string workspace, string name)
    {
        var path = Path.GetFullPath(Path.Combine(workspace, name));
        return path.StartsWith(Path.GetFullPath(workspace) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new IOException($"'{name}' would be written outside the workspace.");
    }
}
