using AgentScaler.Collection;
using AgentScaler.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-collection", bus => bus.AddCollectionConsumers());
builder.Services.AddCollection(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
