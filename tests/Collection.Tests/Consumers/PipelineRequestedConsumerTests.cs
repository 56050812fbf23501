using System.Text.Json;
using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Stores;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Collection.Tests.Consumers;

public sealed class PipelineRequestedConsumerTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    public PipelineRequestedConsumerTests()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Sqlite:Path"] = Path.Combine(_folder.Path, "store.db") })
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddStore(configuration)
            .AddCollection(configuration)
            .AddMassTransitTestHarness(bus =>
            {
                bus.DisableUsageTelemetry();
                // On a busy machine a consumer may be silent for long; what is waited for ends the wait.
                bus.SetTestTimeouts(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3));
                bus.AddCollectionConsumers();
            })
            .BuildServiceProvider(true);
    }

    private IDocumentStore Store => _services.GetRequiredService<IDocumentStore>();

    private RunRepository Runs => _services.GetRequiredService<RunRepository>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Sources_become_stored_tools_and_are_announced_once_they_are_there()
    {
        var source = _folder.Write("in/api.json", System.Text.Encoding.UTF8.GetBytes(
            Collected.OpenApi("""{"/a":{"get":{"operationId":"x","responses":{}},"options":{"operationId":"y","responses":{}}}}""")));
        var harness = await StartAsync();
        await Runs.SaveAsync(Run("run1", source), Stop);
        await harness.Bus.Publish(new PipelineRequested("run1"), Stop);
        Assert.True(await harness.Published.Any<ScenariosCollected>(message => message.Context.Message == new ScenariosCollected("run1", 1), Stop));

        var tool = Assert.Single(await Store.AllAsync<ToolSpecification>(Collections.Tools, "run1", Stop).ToListAsync(Stop));
        Assert.Equal("x", tool.Name);
        var rejected = Assert.Single(await Store.AllAsync<RejectedTool>(Collections.RejectedTools, "run1", Stop).ToListAsync(Stop));
        Assert.Equal("protocol_method", rejected.Reason);
        var stage = await Runs.StageAsync("run1", PipelineStage.Collect, Stop);
        Assert.Equal(RunStatus.Completed, stage!.Status);
        Assert.Equal(2, stage.Figures!.Value.GetProperty("operations").GetInt32());
        Assert.Equal(1, stage.Figures.Value.GetProperty("rejected_by_reason").GetProperty("protocol_method").GetInt32());
    }

    [Fact]
    public async Task A_second_delivery_announces_what_is_there_and_reads_nothing()
    {
        var source =
            _folder.Write("in/api.json", System.Text.Encoding.UTF8.GetBytes(Collected.OpenApi("""{"/a":{"get":{"operationId":"x","responses":{}}}}""")));
        var harness = await StartAsync();
        await Runs.SaveAsync(Run("run1", source), Stop);
        await harness.Bus.Publish(new PipelineRequested("run1"), Stop);
        Assert.True(await harness.Published.Any<ScenariosCollected>(Stop));
        File.Delete(source);
        await harness.Bus.Publish(new PipelineRequested("run1"), Stop);
        var consumed = AsyncEnumerable.Take(harness.Consumed.SelectAsync<PipelineRequested>(Stop), 2);
        Assert.True(await consumed.AllAsync(delivery => delivery.Exception is null, Stop));
        Assert.Equal(1, await Store.CountAsync(Collections.Tools, "run1", Stop));
    }

    [Theory]
    [InlineData("missing.zip", "missing.zip")]
    [InlineData("empty.txt", "No tool was found")]
    public async Task Sources_of_which_nothing_comes_fail_with_the_reason(string name, string reason)
    {
        _folder.Write("empty.txt", "prose"u8.ToArray());
        var harness = await StartAsync();
        await Runs.SaveAsync(Run("run1", Path.Combine(_folder.Path, name)), Stop);
        await harness.Bus.Publish(new PipelineRequested("run1"), Stop);
        var fault = await harness.Published.SelectAsync<Fault<PipelineRequested>>(Stop).FirstAsync(Stop);
        Assert.Contains(reason, fault.Context.Message.Exceptions[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, await Store.CountAsync(Collections.Tools, "run1", Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static RunDocument Run(string id, string source) =>
        new(id, [source], new Dictionary<string, JsonElement>(), 0, PipelineStage.Collect, RunStatus.Running);

    private async Task<ITestHarness> StartAsync()
    {
        var harness = _services.GetTestHarness();
        await harness.Start();
        return harness;
    }
}
