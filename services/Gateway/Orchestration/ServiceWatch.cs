using System.Collections.Concurrent;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Health;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Tracks which services are silent, so that a run that waits for a service can report it.</summary>
public sealed class ServiceWatch(IDocumentStore store, IOptions<BusOptions> bus, TimeProvider time)
{
    private const string Everything = "agentscaler";

    private readonly ConcurrentDictionary<string, (long Version, long At)> _heard = new(StringComparer.Ordinal);
    private readonly long _started = time.GetTimestamp();
    private long _looked;

    /// <summary>Returns the service that the first incomplete stage waits for. Null if all its services are alive, or if all run in this process.</summary>
    public async Task<string?> MissingAsync(IReadOnlyList<StageProgress> stages, CancellationToken cancellationToken)
    {
        if (!bus.Value.UsesRabbitMq || stages.FirstOrDefault(stage => !stage.IsComplete) is not { } stage)
        {
            return null;
        }

        await LookAsync(cancellationToken);
        if (!IsSilent(Everything))
        {
            return null;
        }

        var missing = PipelineStages.All[stage.Stage].Services.Where(IsSilent).ToList();
        return missing.Count == 0 ? null : $"{stage.Stage.Name()} waits for {string.Join(" and ", missing)}, of which no process is running";
    }

    /// <summary>Lists each required service and whether at least one instance is alive. A standalone process counts as all of them.</summary>
    public async Task<IReadOnlyList<ServiceState>> StatesAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return bus.Value.UsesRabbitMq && IsSilent(Everything)
            ? [.. PipelineStages.All.Services.Select(kind => new ServiceState(kind, !IsSilent(kind)))]
            : [new ServiceState(Everything, true)];
    }

    /// <summary>
    /// Listens for signs of life. It must be called repeatedly: a service counts as silent only after calls over <see cref="Presence.Silence"/>.
    /// </summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (!bus.Value.UsesRabbitMq || (_looked != 0 && time.GetElapsedTime(_looked, now) < Presence.Every))
        {
            return;
        }

        _looked = now;
        await foreach (var document in store.StreamAsync(Collections.Services, Presence.Partition, null, cancellationToken))
        {
            if (!_heard.TryGetValue(document.Id, out var last) || last.Version != document.Version)
            {
                _heard[document.Id] = (document.Version, now);
            }
        }
    }

    private bool IsSilent(string service) =>
        time.GetElapsedTime(_heard.TryGetValue(service, out var last) ? last.At : _started) > Presence.Silence
        // A standalone process is listed only if it is alive.
        || (service == Everything && !_heard.ContainsKey(service));
}
