using AgentScaler.Gateway;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Rpc;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-gateway", bus => bus.AddGatewayConsumers());
builder.Services.AddGateway(builder.Configuration).AddGatewayEndpoints(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcDefaults();
app.MapGateway();
await app.RunAsync();
