using AgentScaler.Clustering;
using AgentScaler.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-clustering", bus => bus.AddClusteringConsumers());
builder.Services.AddClustering(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
