using System.Collections.Concurrent;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Health;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Knows which services are silent, so that no run waits for one without saying so.</summary>
public sealed class ServiceWatch(IDocumentStore store, IOptions<BusOptions> bus, TimeProvider time)
{
    private const string Everything = "agentscaler";

    private readonly ConcurrentDictionary<string, (long Version, long At)> heard = new(StringComparer.Ordinal);
    private readonly long started = time.GetTimestamp();
    private long looked;

    /// <summary>What the first stage that is not complete waits for; null where its services give signs of life, or all services are this process.</summary>
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
        return missing.Count == 0 ? null : $"{stage.Stage.Name()} waits for {string.Join(" and ", missing)}, of which no process gives a sign of life";
    }

    /// <summary>Every kind of service that the stack needs, and whether one process of it gives signs of life; one process with all of them is one.</summary>
    public async Task<IReadOnlyList<ServiceState>> StatesAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return bus.Value.UsesRabbitMq && IsSilent(Everything)
            ? [.. PipelineStages.All.Services.Select(kind => new ServiceState(kind, !IsSilent(kind)))]
            : [new ServiceState(Everything, true)];
    }

    /// <summary>Listens for signs of life. Who is silent is known when this was called for <see cref="Presence.Silence"/>, so it is called again and again.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (!bus.Value.UsesRabbitMq || (looked != 0 && time.GetElapsedTime(looked, now) < Presence.Every))
        {
            return;
        }

        looked = now;
        await foreach (var document in store.StreamAsync(Collections.Services, Presence.Partition, null, cancellationToken))
        {
            if (!heard.TryGetValue(document.Id, out var last) || last.Version != document.Version)
            {
                heard[document.Id] = (document.Version, now);
            }
        }
    }

    private bool IsSilent(string service) =>
        time.GetElapsedTime(heard.TryGetValue(service, out var last) ? last.At : started) > Presence.Silence
        // One process with every service is heard of, or it is not there.
        || (service == Everything && !heard.ContainsKey(service));
}
