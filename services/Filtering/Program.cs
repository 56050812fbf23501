using AgentScaler.Filtering;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;
using AgentScaler.Hosting.Rpc;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-filtering", bus => bus.AddFilteringConsumers());
builder.Services.AddFiltering(builder.Configuration).AddFilteringEndpoints();
var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcDefaults();
app.MapFiltering();
await app.RunAsync();
return 0;
