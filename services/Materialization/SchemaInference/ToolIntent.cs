using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// What one tool is understood to do: the base of its program, of the laws that the program is held against, and of
/// what <c>describe</c> shows. The user's overrides change intents, not inference.
/// </summary>
internal sealed class ToolIntent
{
    public required ToolReading Reading { get; init; }

    public required IntentKind Kind { get; set; }

    public TablePlan? Table { get; set; }

    /// <summary>The column and parameter that identify the row.</summary>
    public ColumnBinding? Key { get; set; }

    /// <summary>Path parents: the row belongs to them, or is not found.</summary>
    public List<ColumnBinding> Scope { get; } = [];

    public List<ColumnBinding> Filters { get; } = [];

    public List<ColumnBinding> Assignments { get; } = [];

    /// <summary>The status that a transition leads to.</summary>
    public Value? Target { get; set; }

    /// <summary>The statuses that a transition starts from.</summary>
    public IReadOnlyList<Value> From { get; set; } = [];

    /// <summary>The status that a row must have before it may be changed or deleted, where the tool's documentation says so.</summary>
    public (ColumnPlan Column, IReadOnlyList<Value> Allowed)? Requires { get; set; }

    /// <summary>Whether a row is in a state in which the documentation allows the call.</summary>
    public bool Admits(ObjectValue row) => Requires is not { } required || required.Allowed.Contains(row[required.Column.Name]);

    /// <summary>The order in which the documentation says that a list stands.</summary>
    public (ColumnPlan Column, bool Descending)? Order { get; set; }

    /// <summary>The array argument of a bulk tool or of a link.</summary>
    public ToolParameter? Many { get; set; }

    /// <summary>The column that a link, a transfer or a transition changes.</summary>
    public ColumnPlan? Changed { get; set; }

    /// <summary>The other row of a transfer.</summary>
    public ColumnBinding? OtherKey { get; set; }

    public ToolParameter? Amount { get; set; }

    public List<string> Evidence => Reading.Evidence;

    /// <summary>Whether the step may be taken from anywhere, so that it is never refused for the row's state.</summary>
    public bool Unconditional => Changed is { Type: Environments.Schema.ColumnType.Boolean } && From.Count > 1;

    public string Name => Reading.Tool.Name;

    public bool Writes => Kind is not (IntentKind.Get or IntentKind.List or IntentKind.Count or IntentKind.Lookup);
}
