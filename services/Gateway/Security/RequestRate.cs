using System.Threading.RateLimiting;

namespace AgentScaler.Gateway.Security;

/// <summary>Limits the number of requests from one address.</summary>
internal static class RequestRate
{
    public static IServiceCollection AddRequestRate(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<GatewayOptions>((limiter, gateway) =>
        {
            // Permits are added once a second. If a second gives less than one permit, they are added one at a time.
            var perPeriod = Math.Max(1, gateway.RequestsPerMinute / 60);
            var period = TimeSpan.FromMinutes(1) * perPeriod / gateway.RequestsPerMinute;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request.Path.StartsWithSegments("/health")
                ? RateLimitPartition.GetNoLimiter("health")
                : RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = gateway.RequestsPerMinute,
                    TokensPerPeriod = perPeriod,
                    ReplenishmentPeriod = period,
                }));
            limiter.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(period.TotalSeconds)
                    .ToString(System.Globalization.CultureInfo.InvariantCulture);
                await Results.Problem(
                    $"More than {gateway.RequestsPerMinute} requests a minute came from this address; try again later.",
                    statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests").ExecuteAsync(rejected.HttpContext);
            };
        });
        return services;
    }
}
