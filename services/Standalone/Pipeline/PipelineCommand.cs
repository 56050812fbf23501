using System.CommandLine;
using System.Diagnostics;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Commands;
using AgentScaler.Standalone.Export;
using AgentScaler.Standalone.Progress;
using AgentScaler.Standalone.Reports;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>Runs stages for every command that does so: starts the services, runs, shows progress, writes the files and prints a summary.</summary>
internal static class PipelineCommand
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Carries out the request.</summary>
    public static Task<int> ExecuteAsync(RunRequest request, PipelineOptions common, ParseResult result, CancellationToken cancellationToken) =>
        ExecuteAsync(
            request.Workspace,
            request.Episodes(),
            common,
            result,
            services => ActivatorUtilities.CreateInstance<RunPreparation>(services).PrepareAsync(request, cancellationToken),
            cancellationToken);

    /// <summary>Continues the workspace's run as it was requested before.</summary>
    public static Task<int> ContinueAsync(string workspace, PipelineOptions common, ParseResult result, CancellationToken cancellationToken) =>
        ExecuteAsync(
            workspace,
            episodes: 0,
            common,
            result,
            async services => (await services.GetRequiredService<RunRepository>().FindAsync(WorkspaceFiles.Run, cancellationToken))!,
            cancellationToken);

    private static async Task<int> ExecuteAsync(
        string workspace, int episodes, PipelineOptions common, ParseResult result, Func<IServiceProvider, Task<RunDocument>> prepare,
            CancellationToken cancellationToken)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        using var host = PipelineHost.Build(workspace, result.GetValue(common.Verbose), episodes);
        var services = host.Services;
        var runs = services.GetRequiredService<RunRepository>();
        var run = await prepare(services);
        await host.StartAsync(cancellationToken);
        try
        {
            await using (var view = ProgressView.Create(error))
            {
                run = await RunAsync(services.GetRequiredService<RunCoordinator>(), runs, run, view, cancellationToken);
            }

            var exporter = ActivatorUtilities.CreateInstance<WorkspaceExporter>(services, workspace);
            var report = await exporter.ExportAsync(run, cancellationToken);
            await ProblemLines.WriteAsync(report, error);
            await Summary.WriteAsync(report, Path.Combine(workspace, "report.html"), result.GetValue(common.Format), output);
            var ending = RunEnding.Of(run);
            if (ending.Sentence(report, $"--workspace {workspace}") is { } sentence)
            {
                await error.WriteLineAsync(sentence);
            }

            return ending.ExitCode;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<RunDocument> RunAsync(
        RunCoordinator coordinator, RunRepository runs, RunDocument run, IProgressView view, CancellationToken cancellationToken)
    {
        await coordinator.StartAsync(run, cancellationToken);
        RunDocument current;
        var pause = ShortestPause;
        do
        {
            await Task.Delay(pause, cancellationToken);
            var started = Stopwatch.GetTimestamp();
            current = (await runs.FindAsync(run.Id, cancellationToken))!;
            view.Show(await coordinator.ProgressAsync(current, cancellationToken));

            // Counting a large run takes long and must not slow the work down much.
            pause = TimeSpan.FromTicks(Math.Clamp(10 * Stopwatch.GetElapsedTime(started).Ticks, ShortestPause.Ticks, LongestPause.Ticks));
        }
        while (current.Status == RunStatus.Running);

        return current;
    }
}
