using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline;
using AgentScaler.Standalone.Pipeline;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Journeys.Tests;

/// <summary>Every stage that is declared is done by somebody, and counted.</summary>
public sealed class StageWiringTests : IAsyncDisposable
{
    private readonly ScriptedStages _stages = new();

    [Fact]
    public void Every_stage_has_one_driver() => Assert.Equal(
        PipelineStages.All.Select(stage => stage.Stage), _stages.Services.GetServices<IStageDriver>().Select(driver => driver.Stage).Order());

    [Fact]
    public void Every_message_of_work_has_one_consumer_that_does_it_and_one_for_each_way_to_fail()
    {
        var services = new ServiceCollection();
        services.AddMassTransit(bus =>
        {
            foreach (var add in Modules.Consumers)
            {
                add(bus);
            }
        });
        Assert.All(PipelineStages.All.Messages, message =>
        {
            Assert.Equal(2, Consumers(services, message).Count);
            Assert.Single(Consumers(services, message), consumer => consumer.IsGenericType);
            Assert.Single(Consumers(services, typeof(Fault<>).MakeGenericType(message)));
        });
    }

    public ValueTask DisposeAsync() => _stages.DisposeAsync();

    private static List<Type> Consumers(IServiceCollection services, Type message) =>
        [.. services.Select(service => service.ServiceType).Where(type => type.IsClass && type.IsAssignableTo(typeof(IConsumer<>).MakeGenericType(message)))
            .Distinct()];
}
