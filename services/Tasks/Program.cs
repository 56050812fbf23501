using AgentScaler.Hosting;
using AgentScaler.Hosting.Health;
using AgentScaler.Tasks;

if (HealthProbe.IsAsked(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("agentscaler-tasks", bus => bus.AddTasksConsumers());
builder.Services.AddTasks(builder.Configuration);
var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
return 0;
