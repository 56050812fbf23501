using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments.Sessions;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Environments;
using AgentScaler.Storage;
using AgentScaler.Trajectories;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>Takes the file of tasks for an evaluation. It is checked and stored by its content, so that a run never depends on a path.</summary>
internal sealed class GivenTasks(IArtifactStore artifacts, RunRequest request)
{
    /// <summary>Returns the run with the file's path replaced by its hash.</summary>
    /// <exception cref="CommandException">The file does not exist, or one of its lines is not a task of this workspace.</exception>
    public async Task<RunDocument> StoreAsync(RunDocument run, CancellationToken cancellationToken)
    {
        if (run.OptionsOf<EvaluationOptions>().Tasks is not { } file || file.StartsWith(TaskFile.Prefix, StringComparison.Ordinal))
        {
            return run;
        }

        if (!File.Exists(file))
        {
            throw CommandException.Usage($"evaluate.tasks: {file}: there is no such file.");
        }

        var content = await File.ReadAllBytesAsync(file, cancellationToken);
        try
        {
            var tasks = TaskFile.Read(new StreamReader(new MemoryStream(content), Encoding.UTF8), file);
            // A whole run makes its environments again, so they are not known yet.
            if (!request.WholePipeline)
            {
                Check(tasks, file);
            }
        }
        catch (FormatException exception)
        {
            throw CommandException.Usage(exception.Message);
        }

        var stored = await artifacts.PutAsync(new MemoryStream(content), "application/x-ndjson", cancellationToken);
        var name = PipelineStage.Evaluate.Name();
        var section = JsonObject.Create(run.Options[name])!;
        section["tasks"] = TaskFile.Prefix + stored.Sha256;
        return run with { Options = new Dictionary<string, JsonElement>(run.Options) { [name] = JsonSerializer.SerializeToElement(section) } };
    }

    private void Check(IReadOnlyList<(int Line, TaskSpecification Task)> tasks, string file)
    {
        var environments = new WorkspaceEnvironments(request.Workspace);
        var compiled = new Dictionary<string, CompiledEnvironment>(StringComparer.Ordinal);
        foreach (var (line, task) in tasks)
        {
            var place = $"{file}, line {line}: task '{task.Id}'";
            if (!compiled.TryGetValue(task.Domain, out var environment))
            {
                compiled[task.Domain] = environment = environments.Slugs.Contains(task.Domain)
                    ? environments.Compile(task.Domain, stateFile: null)
                    : throw new FormatException(
                        $"{place} is of domain '{task.Domain}', which workspace '{request.Workspace}' does not have; it has: {string.Join(", ", environments.Slugs.Take(20))}.");
            }

            if (task.InitialState != environment.InitialHash.ToString())
            {
                throw new FormatException(
                    $"{place} starts from another state than environment '{task.Domain}' has: {task.InitialState}, not {environment.InitialHash}.");
            }
        }
    }
}
