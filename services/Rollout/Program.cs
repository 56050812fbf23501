using AgentScaler.Hosting;
using AgentScaler.Rollout;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-rollout", bus => bus.AddRolloutConsumers());
builder.Services.AddRollout(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
