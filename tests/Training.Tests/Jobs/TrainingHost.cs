using System.Text.Json;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Stores;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentScaler.Training.Tests.Jobs;

/// <summary>The training service on the embedded store, with a run that has datasets.</summary>
internal sealed class TrainingHost : IAsyncDisposable
{
    public const string Run = "run_1";

    private readonly IHost _host;

    private TrainingHost(IHost host) => _host = host;

    public IDocumentStore Store => _host.Services.GetRequiredService<IDocumentStore>();

    public RunRepository Runs => _host.Services.GetRequiredService<RunRepository>();

    public IBus Bus => _host.Services.GetRequiredService<IBus>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public static async Task<TrainingHost> StartAsync(TemporaryFolder folder, CancellationToken stop, params (string Key, string Value)[] settings)
    {
        // MassTransit remembers the logger of a bus before it in the same flow, here one that is gone.
        LogContext.Current = null!;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bus:Transport"] = "memory",
            ["Storage:Provider"] = "sqlite",
            ["Storage:Sqlite:Path"] = folder["agentscaler.db"],
            ["Training:Poll"] = "00:00:00.100",
            ["Training:Lease"] = "00:00:02",
            ["Training:PolicySlots"] = "2",
        });
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }
        builder.Services.AddLogging();
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddBus(builder.Configuration, [bus => bus.AddTrainingConsumers()]);
        builder.Services.AddTraining(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync(stop);
        return new TrainingHost(host);
    }

    public async Task GivenRunAsync(TrainingOptions options, int rows, CancellationToken stop)
    {
        var sections = new Dictionary<string, JsonElement> { ["train"] = JsonSerializer.SerializeToElement(options, ContractJson.Options) };
        await Runs.SaveAsync(new RunDocument(Run, [], sections, 7, PipelineStage.Evaluate, RunStatus.Running), stop);
        var all = SampleRows.Make(rows + 2);
        await GivenDatasetAsync("stage1", 1, null, all[..rows], all[rows..], stop);
        await GivenDatasetAsync("stage2-shop", 2, "shop", [.. all[..rows].Where(r => r.Domain == "shop")], all[rows..], stop);
    }

    /// <summary>Waits until the job has this status; a look at the store, since what is asked is what another process would see.</summary>
    public async Task<TrainingJobDocument> WaitAsync(string job, Func<TrainingJobDocument, bool> reached, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        while (true)
        {
            if (await Store.FindAsync<TrainingJobDocument>(Collections.TrainingJobs, Run, job, limit.Token) is { } document && reached(document))
            {
                return document;
            }
            await Task.Delay(50, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    private async Task GivenDatasetAsync(string name, int stage, string? domain, IReadOnlyList<DatasetRow> train, IReadOnlyList<DatasetRow> validation,
        CancellationToken stop)
    {
        var artifacts = Get<IArtifactStore>();
        var document = new DatasetDocument(
            name, stage, domain, await artifacts.PutTextAsync(Lines(train), "application/jsonl", stop), train.Count,
            await artifacts.PutTextAsync(Lines(validation), "application/jsonl", stop), validation.Count, [.. validation.Select(r => r.Task)]);
        await Store.PutIfAbsentAsync(Collections.Datasets,
            TypedDocuments.Of(Run, name, document, ("stage", stage.ToString(System.Globalization.CultureInfo.InvariantCulture))), stop);
    }

    private static string Lines(IEnumerable<DatasetRow> rows) => string.Concat(rows.Select(r => JsonSerializer.Serialize(r, ContractJson.Options) + "\n"));
}
