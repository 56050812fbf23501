using AgentScaler.Gateway.Orchestration;

namespace AgentScaler.Gateway.Api;

/// <summary>Lists the services that the stack needs and whether each of them is running.</summary>
internal static class ServiceEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/services", async (ServiceWatch services, CancellationToken stop) => TypedResults.Ok(await services.StatesAsync(stop)))
            .WithTags("Services").WithSummary("Every kind of service, and whether one process of it gives signs of life.");
}
