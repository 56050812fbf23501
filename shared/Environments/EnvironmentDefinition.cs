using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments;

/// <summary>A materialized domain: its schema, its tools, one program for each tool, and its policy. The initial state is kept separately.</summary>
/// <param name="Id">Hash of the content.</param>
/// <param name="Slug">The domain's name in paths.</param>
/// <param name="Policy">The domain's rules in plain language, for an agent's system prompt (Markdown).</param>
public sealed record EnvironmentDefinition(
    string Id,
    string Domain,
    string Slug,
    string Name,
    DatabaseSchema Schema,
    IReadOnlyList<EnvironmentTool> Tools,
    IReadOnlyList<ToolProgram> Programs,
    string Policy);
