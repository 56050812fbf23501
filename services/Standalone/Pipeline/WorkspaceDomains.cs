using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>The domains that a workspace has, so that a command that names another is refused before anything is deleted.</summary>
internal static class WorkspaceDomains
{
    private const int MostListed = 20;

    /// <summary>The slugs in alphabetical order; none where the workspace has not been clustered.</summary>
    public static async Task<IReadOnlyList<string>> SlugsAsync(IDocumentStore store, CancellationToken cancellationToken)
    {
        var slugs = new List<string>();
        await foreach (var domain in store.AllAsync<Named>(Collections.Domains, WorkspaceFiles.Run, cancellationToken))
        {
            slugs.Add(domain.Slug);
        }

        slugs.Sort(StringComparer.Ordinal);
        return slugs;
    }

    /// <exception cref="CommandException">A name is that of no domain.</exception>
    public static async Task RequireAsync(IDocumentStore store, string workspace, IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        var slugs = named.Count == 0 ? [] : await SlugsAsync(store, cancellationToken);
        if (named.FirstOrDefault(name => !slugs.Contains(name)) is { } unknown)
        {
            throw CommandException.Usage($"--domain {unknown}: workspace '{workspace}' has no such domain; it has: {Listed(slugs)}.");
        }
    }

    /// <summary>The first names of a list, as a sentence shows them.</summary>
    public static string Listed(IReadOnlyList<string> slugs) => $"{string.Join(", ", slugs.Take(MostListed))}{(slugs.Count > MostListed ? ", ..." : "")}";

    private sealed record Named(string Slug);
}
