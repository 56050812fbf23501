using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Reading;

/// <summary>What a tool does, read off its program.</summary>
/// <param name="Reads">Tables that it selects from or gets from, in order of appearance.</param>
/// <param name="Literals">Fixed values that it writes, by table and column: the status that a transition leads to.</param>
internal sealed record ToolModel(
    EnvironmentTool Tool,
    ToolProgram Program,
    IReadOnlyList<ParameterModel> Parameters,
    IReadOnlyList<ParameterBinding> Bindings,
    IReadOnlyList<string> Reads,
    IReadOnlyList<string> Inserts,
    IReadOnlyList<string> Updates,
    IReadOnlyList<string> Deletes,
    IReadOnlyList<(string Table, string Column, Value Literal)> Literals,
    IReadOnlyList<ErrorBranch> Branches,
    bool Aggregates)
{
    public string Name => Tool.Name;

    /// <summary>The name that people's words are taken from: the source's own, never a suffix that we made.</summary>
    public string SpokenName => Tool.SourceName ?? Tool.Name;

    public bool Writes => Program.Writes;

    /// <summary>Every table that the program touches.</summary>
    public IReadOnlyList<string> Tables { get; } = [.. Inserts.Concat(Updates).Concat(Deletes).Concat(Reads).Distinct()];

    /// <summary>The names of the arguments that must be given.</summary>
    public IReadOnlyList<string> RequiredNames { get; } =
        Tool.Parameters.ValueKind == JsonValueKind.Object && Tool.Parameters.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!)]
            : [];

    /// <summary>The branch that an error came from, or null where the session itself refused the call.</summary>
    public ErrorBranch? BranchOf(ToolError error) =>
        Branches.Where(b => b.Explains(error)).OrderByDescending(b => b.Fragments.Sum(f => f.Length)).FirstOrDefault();

    public IEnumerable<ParameterBinding> BindingsOf(string pointer) => Bindings.Where(b => b.Pointer == pointer);
}
