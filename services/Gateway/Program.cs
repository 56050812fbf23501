using AgentScaler.Gateway;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;
using AgentScaler.Hosting.Rpc;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-gateway", bus => bus.AddGatewayConsumers());
builder.Services.AddGateway(builder.Configuration).AddGatewayEndpoints(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcDefaults();
app.MapGateway();
await app.RunAsync();
return 0;
