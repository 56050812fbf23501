using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Training;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-training", bus => bus.AddTrainingConsumers());
builder.Services.AddTraining(builder.Configuration).AddTrainingEndpoints();
var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcDefaults();
app.MapTraining();
await app.RunAsync();
return 0;
