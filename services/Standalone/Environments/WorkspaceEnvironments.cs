using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Standalone.Pipeline;

namespace AgentScaler.Standalone.Environments;

/// <summary>Reads a workspace's environments from their files.</summary>
internal sealed class WorkspaceEnvironments(string workspace)
{
    private readonly string _folder = Path.Combine(workspace, "environments");

    public IReadOnlyList<string> Slugs => Directory.Exists(_folder)
        ? [.. Directory.EnumerateDirectories(_folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The slugs of the environments, of which there is at least one.</summary>
    /// <exception cref="CommandException">There is no environment.</exception>
    public IReadOnlyList<string> Present => Slugs.Count > 0 ? Slugs
        : throw CommandException.Usage(
            $"workspace '{workspace}' has no environments; run 'agentscaler run --until materialize --workspace {workspace}' first.");

    /// <exception cref="CommandException">The domain does not exist, or its files are broken.</exception>
    public (EnvironmentDefinition Definition, DatabaseState Initial) Read(string slug)
    {
        if (!Present.Contains(slug))
        {
            throw CommandException.Usage($"workspace '{workspace}' has no domain '{slug}'; it has: {WorkspaceDomains.Listed(Slugs)}.");
        }

        try
        {
            return EnvironmentFiles.Read(name => File.ReadAllText(Path.Combine(_folder, slug, name)));
        }
        catch (Exception exception) when (exception is JsonException or ProgramException or IOException or FormatException)
        {
            throw CommandException.Usage($"{Path.Combine(_folder, slug)}: {exception.Message}");
        }
    }

    /// <summary>
    /// Returns what was inferred about a domain, from which evidence, and which override changes it. Null for files of an older version without it.
    /// </summary>
    /// <exception cref="CommandException">The file is broken.</exception>
    public JsonNode? Inferred(string slug) => Json(slug, "description.json");

    /// <summary>Returns the proofs of a domain's tools. Null for files of an older version without them.</summary>
    /// <exception cref="CommandException">The file is broken.</exception>
    public JsonNode? Checks(string slug) => Json(slug, "checks.json");

    private JsonNode? Json(string slug, string name)
    {
        var file = Path.Combine(_folder, slug, name);
        try
        {
            return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
        }
        catch (JsonException exception)
        {
            throw CommandException.Usage($"{file}: {exception.Message}");
        }
    }

    /// <param name="stateFile">A state, as tables or in the form of the adopted dump, that replaces the environment's own initial state.</param>
    public CompiledEnvironment Compile(string slug, string? stateFile)
    {
        var (definition, initial) = Read(slug);
        try
        {
            return stateFile is null
                ? CompiledEnvironment.Compile(definition, initial)
                : CompiledEnvironment.Compile(definition, GivenState.Read(definition.Schema, Value.Parse(File.ReadAllText(stateFile))));
        }
        catch (Exception exception) when (exception is JsonException or IOException or FormatException or ArgumentException or ProgramException)
        {
            throw CommandException.Usage($"{stateFile ?? slug}: {exception.Message}");
        }
    }
}
