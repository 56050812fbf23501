using AgentScaler.Filtering;
using AgentScaler.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-filtering", bus => bus.AddFilteringConsumers());
builder.Services.AddFiltering(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
