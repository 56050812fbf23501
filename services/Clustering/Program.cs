using AgentScaler.Clustering;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-clustering", bus => bus.AddClusteringConsumers());
builder.Services.AddClustering(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
return 0;
