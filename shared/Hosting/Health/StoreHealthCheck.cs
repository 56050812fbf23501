using AgentScaler.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentScaler.Hosting.Health;

/// <summary>Healthy if the store answers a query.</summary>
internal sealed class StoreHealthCheck(IDocumentStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CountAsync(Collections.Runs, "health", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", exception);
        }
    }
}
