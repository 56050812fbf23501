using System.Collections.Concurrent;
using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Filtering;

/// <summary>Compiled environments by their content, so that all runs and all trajectories of a domain share one.</summary>
public sealed class EnvironmentCatalog(IDocumentStore store, IArtifactStore artifacts)
{
    /// <summary>Environments kept at once; the oldest go first.</summary>
    private const int Capacity = 256;

    private readonly ConcurrentDictionary<string, Lazy<Task<CompiledEnvironment>>> _compiled = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>The environment of a domain in a run.</summary>
    /// <exception cref="UnrecoverableException">The run has no materialized domain of this slug.</exception>
    public async Task<CompiledEnvironment> GetAsync(string run, string slug, CancellationToken cancellationToken)
    {
        await foreach (var document in store.WhereAsync<EnvironmentDocument>(Collections.Environments, run, "slug", slug, cancellationToken).ConfigureAwait(false))
        {
            if (document.Status == EnvironmentDocument.Materialized)
            {
                return await GetAsync(document).ConfigureAwait(false);
            }
        }

        throw new UnrecoverableException($"Run '{run}' has no materialized domain '{slug}'.");
    }

    private async Task<CompiledEnvironment> GetAsync(EnvironmentDocument document)
    {
        var compiled = _compiled.GetOrAdd(document.EnvironmentId, id =>
        {
            _order.Enqueue(id);
            return new Lazy<Task<CompiledEnvironment>>(() => CompileAsync(document));
        });
        while (_compiled.Count > Capacity && _order.TryDequeue(out var oldest))
        {
            _compiled.TryRemove(oldest, out _);
        }

        try
        {
            return await compiled.Value.ConfigureAwait(false);
        }
        catch
        {
            // What failed once may work the next time it is asked for.
            _compiled.TryRemove(document.EnvironmentId, out _);
            throw;
        }
    }

    private async Task<CompiledEnvironment> CompileAsync(EnvironmentDocument document)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, artifact) in document.Files.Where(f => !f.Key.EndsWith(".py", StringComparison.Ordinal)))
        {
            // Shared by every waiting consumer, so no single one may cancel it.
            await using var stream = await artifacts.OpenAsync(artifact.Sha256, CancellationToken.None).ConfigureAwait(false);
            using var reader = new StreamReader(stream);
            texts[name] = await reader.ReadToEndAsync().ConfigureAwait(false);
        }

        var (definition, initial) = EnvironmentFiles.Read(name => texts.TryGetValue(name, out var text)
            ? text
            : throw new UnrecoverableException($"Environment '{document.EnvironmentId}' lacks its file {name}."));
        return CompiledEnvironment.Compile(definition, initial);
    }
}
