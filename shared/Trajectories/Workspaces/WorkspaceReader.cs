using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Tools;

namespace AgentScaler.Trajectories.Workspaces;

/// <summary>Reads the files of a workspace (contract, section 3).</summary>
public sealed class WorkspaceReader(string folder)
{
    private readonly Dictionary<string, CompiledEnvironment> _environments = new(StringComparer.Ordinal);

    /// <summary>The folder of one domain's files.</summary>
    public string EnvironmentFolder(string slug) => Path.Combine(folder, "environments", slug);

    /// <summary>Returns the compiled environment of a domain, which is compiled once.</summary>
    /// <exception cref="WorkspaceException">The files are missing or broken.</exception>
    public CompiledEnvironment Environment(string slug)
    {
        if (_environments.TryGetValue(slug, out var known))
        {
            return known;
        }

        return _environments[slug] = Read(slug, CompiledEnvironment.Compile);
    }

    /// <summary>Reads the definition of a domain from its files, without compiling it.</summary>
    /// <exception cref="WorkspaceException">The files are missing or broken.</exception>
    public EnvironmentDefinition Definition(string slug) => Read(slug, (definition, _) => definition);

    /// <summary>Reads all tasks by id.</summary>
    /// <exception cref="WorkspaceException">The file is missing, or a line is not a task.</exception>
    public async Task<IReadOnlyDictionary<string, TaskSpecification>> TasksAsync(CancellationToken cancellationToken)
    {
        var tasks = new Dictionary<string, TaskSpecification>(StringComparer.Ordinal);
        await foreach (var task in LinesAsync<TaskSpecification>("tasks.jsonl", cancellationToken))
        {
            tasks[task.Id] = task;
        }

        return tasks;
    }

    /// <summary>The recorded trajectories with their verdicts, in the file's order.</summary>
    public IAsyncEnumerable<Trajectory> TrajectoriesAsync(CancellationToken cancellationToken) =>
        LinesAsync<Trajectory>("trajectories.jsonl", cancellationToken);

    /// <summary>Reads the ids of the held-out tasks.</summary>
    /// <exception cref="WorkspaceException">The datasets are missing or broken.</exception>
    public async Task<IReadOnlySet<string>> ValidationTasksAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "datasets", "splits.json");
        if (!File.Exists(path))
        {
            throw new WorkspaceException($"{path} does not exist; run the pipeline until filter first.");
        }

        try
        {
            var splits = JsonSerializer.Deserialize<DatasetSplits>(await File.ReadAllTextAsync(path, cancellationToken), ContractJson.Options);
            return (splits?.Validation ?? throw new JsonException("it is null")).ToHashSet(StringComparer.Ordinal);
        }
        catch (JsonException exception)
        {
            throw new WorkspaceException($"{path} cannot be used: {exception.Message}");
        }
    }

    private T Read<T>(string slug, Func<EnvironmentDefinition, DatabaseState, T> use)
    {
        var path = EnvironmentFolder(slug);
        try
        {
            var (definition, initial) = EnvironmentFiles.Read(name => File.ReadAllText(Path.Combine(path, name)));
            return use(definition, initial);
        }
        catch (Exception exception) when (exception is IOException or JsonException or ProgramException)
        {
            throw new WorkspaceException($"The environment in {path} cannot be used: {exception.Message}");
        }
    }

    private async IAsyncEnumerable<T> LinesAsync<T>(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new WorkspaceException($"{path} does not exist; run the pipeline that far first.");
        }

        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            T? item;
            try
            {
                item = JsonSerializer.Deserialize<T>(line, ContractJson.Options);
            }
            catch (JsonException exception)
            {
                throw new WorkspaceException($"{path}, line {number}: {exception.Message}");
            }

            yield return item ?? throw new WorkspaceException($"{path}, line {number} is null.");
        }
    }
}
