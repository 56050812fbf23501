using AgentScaler.Gateway;
using AgentScaler.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-gateway", bus => bus.AddGatewayConsumers());
builder.Services.AddGateway(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
app.MapGateway();
await app.RunAsync();
