using AgentScaler.Hosting;
using AgentScaler.Materialization;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-materialization", bus => bus.AddMaterializationConsumers());
builder.Services.AddMaterialization(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
