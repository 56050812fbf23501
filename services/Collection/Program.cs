using AgentScaler.Collection;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-collection", bus => bus.AddCollectionConsumers());
builder.Services.AddCollection(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
return 0;
