using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Hosting.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Hosting;

/// <summary>Compiled environments of the domains that this process plays in; the least recently used make room.</summary>
public sealed class EnvironmentCache(IDocumentStore store, IArtifactStore artifacts)
{
    private const int Capacity = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Run, string Slug), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _order = [];

    /// <exception cref="UnrecoverableException">The run has no environment of this domain.</exception>
    public async Task<CompiledEnvironment> GetAsync(string run, string slug, CancellationToken cancellationToken)
    {
        var entry = Find(run, slug);
        try
        {
            return await entry.Loading.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (entry.Loading.Value.IsFaulted)
        {
            // What failed once may be there next time.
            Forget(entry);
            throw;
        }
    }

    private Entry Find(string run, string slug)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue((run, slug), out var node))
            {
                _order.Remove(node);
                _order.AddFirst(node);
                return node.Value;
            }

            // One load serves all who wait for it, so no single caller's token may cancel it.
            var entry = new Entry((run, slug), new Lazy<Task<CompiledEnvironment>>(() => Task.Run(() => LoadAsync(run, slug))));
            _entries[entry.Key] = _order.AddFirst(entry);
            if (_entries.Count > Capacity)
            {
                _entries.Remove(_order.Last!.Value.Key);
                _order.RemoveLast();
            }

            return entry;
        }
    }

    private void Forget(Entry entry)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(entry.Key, out var node) && node.Value == entry)
            {
                _entries.Remove(entry.Key);
                _order.Remove(node);
            }
        }
    }

    private async Task<CompiledEnvironment> LoadAsync(string run, string slug)
    {
        EnvironmentDocument? document = null;
        await foreach (var found in store.WhereAsync<EnvironmentDocument>(Collections.Environments, run, "slug", slug, CancellationToken.None).ConfigureAwait(false))
        {
            document = found.Status == EnvironmentDocument.Materialized ? found : document;
        }

        if (document is null)
        {
            throw new UnrecoverableException($"Run '{run}' has no materialized environment '{slug}'.");
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, artifact) in document.Files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal) || f.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            files[name] = await artifacts.ReadTextAsync(artifact.Sha256, CancellationToken.None).ConfigureAwait(false);
        }

        var (definition, initial) = EnvironmentFiles.Read(name => files[name]);
        return CompiledEnvironment.Compile(definition, initial);
    }

    private sealed record Entry((string Run, string Slug) Key, Lazy<Task<CompiledEnvironment>> Loading);
}
