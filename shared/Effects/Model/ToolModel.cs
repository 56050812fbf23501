using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Tools;

namespace AgentScaler.Effects;

/// <summary>One tool as it is understood: its inputs, the form of its result, and its effect.</summary>
public sealed record ToolModel(ToolSpecification Tool, IReadOnlyList<ToolParameter> Parameters, ResultForm Result, Effect Effect)
{
    /// <summary>The verb word of the name or path.</summary>
    public string Verb { get; init; } = "";

    /// <summary>Singular snake_case name of the thing that the tool acts on.</summary>
    public string Resource { get; init; } = "";

    /// <summary>Sentences that say what the understanding rests on.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Whether the user gives the program and does not say what it does: nothing that was inferred is held against it.</summary>
    public bool Unjudged { get; init; }

    /// <summary>Codes with which guards of the user may refuse any call.</summary>
    public IReadOnlyList<ErrorCode> Guarded { get; init; } = [];

    public string Name => Tool.Name;

    /// <summary>The schema of the result as a whole.</summary>
    public SchemaNode Returns => Result.Returns;

    public bool Writes => Effect.Writes;

    public TableModel? Table => (Effect as TableEffect)?.Table;

    /// <summary>The column and parameter that identify the row, where the tool addresses one by a key.</summary>
    public ColumnBinding? Key => (Effect as IKeyed)?.Key;

    /// <summary>Path parents: the row belongs to them.</summary>
    public IReadOnlyList<ColumnBinding> Scope => (Effect as TableEffect)?.Scope ?? [];

    public IReadOnlyList<ColumnBinding> Filters => (Effect as ISelecting)?.Filters ?? [];

    public IReadOnlyList<TextSearch> Searches => (Effect as ISelecting)?.Searches ?? [];

    public IReadOnlyList<ColumnBinding> Assignments => (Effect as IAssigning)?.Assignments ?? [];

    /// <summary>The first parameter with a role, or null.</summary>
    public ToolParameter? With(ParameterRole role) => Parameters.FirstOrDefault(p => p.Role == role);
}
