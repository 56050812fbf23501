using System.Collections.Concurrent;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Policies;

/// <summary>
/// The policies of a folder of checkpoints, loaded when first asked: generation in this process, for agents of rollouts and
/// evaluation and behind the endpoints.
/// </summary>
/// <param name="checkpoints">Folder in which checkpoints lie, one folder each.</param>
/// <param name="slots">Requests decoded together, a policy.</param>
public sealed class PolicyLibrary(string checkpoints, int slots = 8, int threads = 0) : IPolicyGenerator, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<PolicySession>> _sessions = new(StringComparer.Ordinal);

    /// <summary>Names of the checkpoints at hand.</summary>
    public IReadOnlyList<string> Names => !Directory.Exists(checkpoints)
        ? []
        : [.. Directory.GetDirectories(checkpoints)
            .Where(f => File.Exists(Path.Combine(f, ModelConfig.FileName)) && !f.EndsWith(".partial", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public Task<PolicyReply> GenerateAsync(PolicyRequest request, CancellationToken cancellationToken)
    {
        PolicySession session;
        try
        {
            session = _sessions.GetOrAdd(request.Policy, name => new Lazy<PolicySession>(() => Load(name))).Value;
        }
        catch (Exception exception) when (exception is TorchUnavailableException or CheckpointException or TokenizerException)
        {
            // Not remembered: the checkpoint may be there the next time.
            _sessions.TryRemove(request.Policy, out _);
            throw new PolicyUnavailableException($"Policy '{request.Policy}': {exception.Message}", exception);
        }

        return session.GenerateAsync(request, cancellationToken);
    }

    /// <summary>Lets go of a policy's weights; the next request loads it again.</summary>
    public async Task UnloadAsync(string policy)
    {
        if (_sessions.TryRemove(policy, out var session) && session.IsValueCreated) await session.Value.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _sessions.Keys.ToList()) await UnloadAsync(name);
    }

    private PolicySession Load(string policy)
    {
        TorchBackend.Require();
        // A name is looked up among the checkpoints; anything with a separator is a folder that the operator names.
        var folder = policy.AsSpan().ContainsAny('/', '\\') || policy is "." or ".." ? policy : Path.Combine(checkpoints, policy);
        return Directory.Exists(folder)
            ? new PolicySession(folder, slots, threads)
            : throw new CheckpointException($"there is no checkpoint '{folder}'; at hand are: {(Names.Count > 0 ? string.Join(", ", Names) : "none, train first")}.");
    }
}
