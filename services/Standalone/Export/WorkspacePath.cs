namespace AgentScaler.Standalone.Export;

/// <summary>Where a workspace's file stands on this machine.</summary>
internal static class WorkspacePath
{
    /// <exception cref="IOException">The name leads out of the workspace.</exception>
    public static string Of(string workspace, string name)
    {
        var path = Path.GetFullPath(Path.Combine(workspace, name));
        return path.StartsWith(Path.GetFullPath(workspace) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new IOException($"'{name}' would be written outside the workspace.");
    }
}
