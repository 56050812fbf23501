using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Collection.Sources;

/// <summary>A run's sources as paths of this machine. Uploads are fetched from the artifact store while they are read.</summary>
internal sealed class FetchedSources : IDisposable
{
    private readonly string? _folder;

    private FetchedSources(IReadOnlyList<string> paths, string? folder)
    {
        Paths = paths;
        _folder = folder;
    }

    public IReadOnlyList<string> Paths { get; }

    /// <exception cref="FileNotFoundException">The artifact store has no such upload.</exception>
    public static async Task<FetchedSources> FetchAsync(IReadOnlyList<string> sources, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        if (!sources.Any(source => UploadedSource.TryParse(source, out _)))
        {
            return new FetchedSources(sources, null);
        }

        var folder = Directory.CreateTempSubdirectory("agentscaler-sources-").FullName;
        try
        {
            return new FetchedSources(await PathsOfAsync(sources, artifacts, folder, cancellationToken), folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<List<string>> PathsOfAsync(IReadOnlyList<string> sources, IArtifactStore artifacts, string folder,
        CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        foreach (var (index, source) in sources.Index())
        {
            if (!UploadedSource.TryParse(source, out var uploaded))
            {
                paths.Add(source);
                continue;
            }

            // Each upload gets a separate folder, so that a document given alone has no neighbours.
            var place = Directory.CreateDirectory(Path.Combine(folder, index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            var path = Path.Combine(place.FullName, uploaded.Name);
            await using (var content = await artifacts.OpenAsync(uploaded.Sha256, cancellationToken))
            await using (var file = File.Create(path))
            {
                await content.CopyToAsync(file, cancellationToken);
            }

            paths.Add(uploaded.IsFolder ? path + SourceWalker.AsFolder : path);
        }

        return paths;
    }
}
