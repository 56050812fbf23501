using AgentScaler.Hosting;
using AgentScaler.Training;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-training", bus => bus.AddTrainingConsumers());
builder.Services.AddTraining(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
