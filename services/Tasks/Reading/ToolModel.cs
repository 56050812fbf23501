using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Reading;

/// <summary>The actions of a tool, read from its program.</summary>
/// <param name="Reads">Tables from which it selects or gets rows, in order of appearance.</param>
/// <param name="Literals">Fixed values that it writes, by table and column, such as the status after a transition.</param>
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

    /// <summary>The name from which people's words are taken: the source's own, never our suffix.</summary>
    public string SpokenName => Tool.SourceName ?? Tool.Name;

    public bool Writes => Program.Writes;

    /// <summary>Every table that the program touches.</summary>
    public IReadOnlyList<string> Tables { get; } = [.. Inserts.Concat(Updates).Concat(Deletes).Concat(Reads).Distinct()];

    /// <summary>The names of the required arguments.</summary>
    public IReadOnlyList<string> RequiredNames { get; } =
        Tool.Parameters.ValueKind == JsonValueKind.Object && Tool.Parameters.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!)]
            : [];

    /// <summary>Returns the branch of an error, or null if the session itself refused the call.</summary>
    public ErrorBranch? BranchOf(ToolError error) =>
        Branches.Where(b => b.Explains(error)).OrderByDescending(b => b.Fragments.Sum(f => f.Length)).FirstOrDefault();

    public IEnumerable<ParameterBinding> BindingsOf(string pointer) => Bindings.Where(b => b.Pointer == pointer);
}
