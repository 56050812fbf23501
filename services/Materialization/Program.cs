using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;
using AgentScaler.Materialization;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-materialization", bus => bus.AddMaterializationConsumers());
builder.Services.AddMaterialization(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
return 0;
