using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Gateway.Runs;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Commands;
using AgentScaler.Standalone.Configuration;
using AgentScaler.Standalone.Reports;

namespace AgentScaler.Standalone.Remote;

/// <summary>Runs the pipeline on a gateway: sends the sources, starts the run, watches it and prints a summary.</summary>
internal sealed class RemoteRun(GatewayClient gateway, ParseResult result, PipelineOptions common)
{
    private readonly TextWriter _error = result.InvocationConfiguration.Error;

    public async Task<int> ExecuteAsync(IReadOnlyList<string> sources, string until, bool cancelOnInterrupt, CancellationToken cancellationToken)
    {
        var uploads = new SourceUploads(gateway, _error);
        var options = await OptionsAsync(uploads, cancellationToken);
        var order = new RunOrder { Sources = await uploads.SendAsync(sources, cancellationToken), Until = until, Options = options };
        var run = await gateway.StartAsync(order, cancellationToken);
        await _error.WriteLineAsync($"run {run.Id} on {gateway.Address}");
        return await FollowAsync(run.Id, cancelOnInterrupt, cancellationToken);
    }

    /// <summary>Watches the run to its end and prints a summary.</summary>
    public async Task<int> FollowAsync(string run, bool cancelOnInterrupt, CancellationToken cancellationToken)
    {
        RunView ended;
        try
        {
            ended = await new RunFollower(gateway, _error).FollowAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await LeaveAsync(run, cancelOnInterrupt);
        }

        var report = await gateway.ReportAsync(run, cancellationToken);
        await ProblemLines.WriteAsync(report, _error);
        await Summary.WriteAsync(report, $"{gateway.Address}api/v1/runs/{run}/files/report.html", result.GetValue(common.Format),
            result.InvocationConfiguration.Output);
        var ending = new RunEnding(ended.Status, ended.Reason, ended.Cause);
        if (ending.Sentence(report, $"--gateway {gateway.Address}") is { } sentence)
        {
            await _error.WriteLineAsync(sentence);
        }

        return ending.ExitCode;
    }

    private async Task<int> LeaveAsync(string run, bool cancel)
    {
        if (cancel)
        {
            await gateway.CancelAsync(run, CancellationToken.None);
            await _error.WriteLineAsync($"run {run} is cancelled; the same command goes on with it.");
        }
        else
        {
            await _error.WriteLineAsync(
                $"stopped watching; run {run} continues on {gateway.Address}. The same command watches it again; with --on-interrupt cancel, Ctrl-C ends it.");
        }

        return ExitCode.Cancelled;
    }

    /// <summary>Returns the configuration in the gateway's form. The content of local files that it names is sent with it.</summary>
    private async Task<JsonElement> OptionsAsync(SourceUploads uploads, CancellationToken cancellationToken)
    {
        var configuration = result.GetValue(common.Config) is { } file ? RunConfiguration.Load(file) : new RunConfiguration();
        StageSettings.Validate(configuration.Sections.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value)));
        var options = new JsonObject(configuration.Sections.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.DeepClone())))
        {
            ["seed"] = result.GetValue(common.Seed) ?? configuration.Seed ?? 0,
        };
        if (options[PipelineStage.Materialize.Name()] is JsonObject materialize)
        {
            foreach (var name in new[] { "state", "overrides" })
            {
                if (materialize[name]?.GetValue<string>() is { } path && File.Exists(path))
                {
                    materialize[name] = await File.ReadAllTextAsync(path, cancellationToken);
                }
            }
        }

        if (options[PipelineStage.Evaluate.Name()] is JsonObject evaluate && evaluate["tasks"]?.GetValue<string>() is { } tasks && File.Exists(tasks))
        {
            evaluate["tasks"] = TaskFile.Prefix + await uploads.SendFileAsync(tasks, cancellationToken);
        }

        return JsonSerializer.SerializeToElement(options);
    }
}
