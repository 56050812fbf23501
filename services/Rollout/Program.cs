using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;
using AgentScaler.Rollout;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-rollout", bus => bus.AddRolloutConsumers());
builder.Services.AddRollout(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
return 0;
