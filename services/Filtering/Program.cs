using AgentScaler.Filtering;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Serving;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-filtering", bus => bus.AddFilteringConsumers());
builder.Services.AddFiltering(builder.Configuration).AddFilteringEndpoints();

// The gateway serves environments; this address has answered EnvironmentService too, and its replicas share the load.
builder.Services.AddServing(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcDefaults();
app.MapFiltering();
app.MapEnvironmentService();
await app.RunAsync();
return 0;
