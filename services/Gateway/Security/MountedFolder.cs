using AgentScaler.Gateway.Runs;

namespace AgentScaler.Gateway.Security;

/// <summary>The only folder of the server in which orders may name files. Services that read these files mount it at the same path.</summary>
internal sealed class MountedFolder(string? folder)
{
    /// <summary>Returns the full path of a file or folder in it.</summary>
    /// <param name="place">Where the path was given, for messages.</param>
    /// <exception cref="OrderException">No folder is mounted, or the path leads out of it or does not exist.</exception>
    public string Resolve(string path, string place)
    {
        if (string.IsNullOrEmpty(folder))
        {
            throw new OrderException($"{place}: no folder is mounted for sources (Gateway__SourcesFolder); upload the file or give it inline.");
        }

        var root = Path.GetFullPath(folder);
        var parts = path.Split('/', '\\');
        if (path.Length == 0
            || Path.IsPathRooted(path)
            || path.Contains(':', StringComparison.Ordinal)
            || parts.Any(part => part is ".." || part.Contains('\0', StringComparison.Ordinal)))
        {
            throw new OrderException($"{place}: '{path}' must be a path relative to the mounted folder, without '..' and without a host.");
        }

        var current = root;
        foreach (var part in parts.Where(part => part is not ("" or ".")))
        {
            current = Path.Combine(current, part);
            // Links are not followed, because they may lead out of the folder.
            if (new FileInfo(current).LinkTarget is not null)
            {
                throw new OrderException($"{place}: '{path}' goes through a link, which is not followed.");
            }
        }

        return Path.Exists(current) ? current : throw new OrderException($"{place}: the mounted folder has no '{path}'.");
    }
}
