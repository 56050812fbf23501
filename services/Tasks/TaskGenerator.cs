using AgentScaler.Environments.Sessions;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Reading;
using AgentScaler.Tools;

namespace AgentScaler.Tasks;

/// <summary>
/// Generates the tasks of a domain: errands over its tools that are directed at uncovered items, executed while they are built, and verified afterwards by
/// independent checks.
/// </summary>
public sealed class TaskGenerator
{
    /// <param name="licenses">Licences of the tools' sources by tool id.</param>
    public TaskSet Generate(
        CompiledEnvironment environment, ToolDomain domain, TaskOptions options, long seed, IReadOnlyDictionary<string, string>? licenses = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        options.Validate();
        return new TaskGeneration(new DomainModel(environment, domain), options, licenses ?? new Dictionary<string, string>(), seed).Run();
    }
}
