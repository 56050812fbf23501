using System.Collections.Concurrent;
using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Hosting;

/// <summary>
/// Caches compiled environments by their content, so that all runs, episodes and verdicts of a domain share one. Every request reads the
/// document of the run's domain by key, which a store answers for many callers in one round trip. The oldest environments are evicted.
/// </summary>
public sealed class EnvironmentCache(IDocumentStore store, IArtifactStore artifacts)
{
    private const int Capacity = 256;
    private const int MostKeys = 16_384;

    private readonly ConcurrentDictionary<string, Lazy<Task<CompiledEnvironment>>> _compiled = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private readonly ConcurrentDictionary<(string Run, string Slug), string> _keys = new();

    /// <summary>The environment of a domain in a run.</summary>
    /// <exception cref="UnrecoverableException">The run has no materialized domain of this slug.</exception>
    public async Task<CompiledEnvironment> GetAsync(string run, string slug, CancellationToken cancellationToken)
    {
        var document = await FindAsync(run, slug, cancellationToken)
            ?? throw new UnrecoverableException($"Run '{run}' has no materialized domain '{slug}'.");
        var compiled = _compiled.GetOrAdd(document.EnvironmentId, id =>
        {
            _order.Enqueue(id);
            return new Lazy<Task<CompiledEnvironment>>(() => Task.Run(() => CompileAsync(document)));
        });
        while (_compiled.Count > Capacity && _order.TryDequeue(out var oldest))
        {
            _compiled.TryRemove(oldest, out _);
        }

        try
        {
            return await compiled.Value.WaitAsync(cancellationToken);
        }
        catch (Exception) when (compiled.Value.IsFaulted)
        {
            // A failed compilation may succeed on the next request.
            _compiled.TryRemove(document.EnvironmentId, out _);
            throw;
        }
    }

    /// <summary>Whether the run has a materialized domain of this slug.</summary>
    public async Task<bool> HasAsync(string run, string slug, CancellationToken cancellationToken) =>
        await FindAsync(run, slug, cancellationToken) is not null;

    private async Task<EnvironmentDocument?> FindAsync(string run, string slug, CancellationToken cancellationToken)
    {
        if (_keys.TryGetValue((run, slug), out var key)
            && await store.FindAsync<EnvironmentDocument>(Collections.Environments, run, key, cancellationToken) is { } known
            && Serves(known))
        {
            return known;
        }

        await foreach (var document in store.QueryAsync(Collections.Environments, run, "slug", slug, cancellationToken))
        {
            if (document.Read<EnvironmentDocument>() is { } found && Serves(found))
            {
                if (_keys.Count >= MostKeys)
                {
                    _keys.Clear();
                }

                _keys[(run, slug)] = document.Id;
                return found;
            }
        }

        return null;

        bool Serves(EnvironmentDocument document) => document.Slug == slug && document.Status == EnvironmentDocument.Materialized;
    }

    /// <summary>Compiles an environment. All waiting callers share the task, so none of them can cancel it.</summary>
    private async Task<CompiledEnvironment> CompileAsync(EnvironmentDocument document)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, artifact) in document.Files.Where(f => !f.Key.EndsWith(".py", StringComparison.Ordinal)))
        {
            files[name] = await artifacts.ReadTextAsync(artifact.Sha256, CancellationToken.None);
        }

        var (definition, initial) = EnvironmentFiles.Read(name => files.TryGetValue(name, out var text)
            ? text
            : throw new UnrecoverableException($"Environment '{document.EnvironmentId}' lacks its file {name}."));
        return CompiledEnvironment.Compile(definition, initial);
    }
}
