using AgentScaler.Training.Native;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentScaler.Training.Jobs;

/// <summary>Degraded if the embedded engine cannot be loaded. Every other stage still works.</summary>
public sealed class TorchHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(TorchBackend.State is { Available: true } state
            ? HealthCheckResult.Healthy(state.Detail)
            : HealthCheckResult.Degraded(TorchBackend.State.Detail));
}
