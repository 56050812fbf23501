using AgentScaler.Materialization.Overrides;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>What the user's overrides and the adopted dump say before anything is inferred.</summary>
internal sealed class InferenceHints
{
    public static InferenceHints None { get; } = new();

    /// <summary>Tool name to resource.</summary>
    public IReadOnlyDictionary<string, string> Resources { get; init; } = new Dictionary<string, string>();

    /// <summary>Tool name to what it does.</summary>
    public IReadOnlyDictionary<string, SketchKind> Kinds { get; init; } = new Dictionary<string, SketchKind>();

    /// <summary>Table or resource name to key column.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>Tool name to the statuses its transition starts from and leads to.</summary>
    public IReadOnlyDictionary<string, (IReadOnlyList<string>? From, string? To)> Transitions { get; init; } =
        new Dictionary<string, (IReadOnlyList<string>?, string?)>();

    /// <summary>Tables and columns that a correction adds, or null.</summary>
    public SchemaAmendment? Amendment { get; init; }

    /// <summary>The user's own database, or null.</summary>
    public DumpAdoption? Dump { get; init; }

    /// <summary>Tools that read, but whose arguments no row can be found by, with what happened when they were called.</summary>
    public IReadOnlyDictionary<string, string> Unanswerable { get; init; } = new Dictionary<string, string>();

    public InferenceHints With(DumpAdoption dump) =>
        new() { Resources = Resources, Kinds = Kinds, Keys = Keys, Transitions = Transitions, Amendment = Amendment, Dump = dump };

    public InferenceHints WithUnanswerable(IReadOnlyDictionary<string, string> tools) =>
        new() { Resources = Resources, Kinds = Kinds, Keys = Keys, Transitions = Transitions, Amendment = Amendment, Dump = Dump, Unanswerable = tools };

    public string? Resource(string tool) => Resources.GetValueOrDefault(tool);

    public SketchKind? Kind(string tool) => Kinds.TryGetValue(tool, out var kind) ? kind : null;
}
