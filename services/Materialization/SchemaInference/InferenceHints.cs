using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Overrides.Rules;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>What the user's overrides, a model's proposal and the adopted dump say before anything is inferred.</summary>
internal sealed record InferenceHints
{
    public static InferenceHints None { get; } = new();

    /// <summary>Tool name to resource.</summary>
    public IReadOnlyDictionary<string, Said<string>> Resources { get; init; } = new Dictionary<string, Said<string>>();

    /// <summary>Tool name to what it does.</summary>
    public IReadOnlyDictionary<string, Said<EffectKind>> Kinds { get; init; } = new Dictionary<string, Said<EffectKind>>();

    /// <summary>Table or resource name to key column.</summary>
    public IReadOnlyDictionary<string, Said<string>> Keys { get; init; } = new Dictionary<string, Said<string>>();

    /// <summary>Tool name to the statuses that its transition starts from.</summary>
    public IReadOnlyDictionary<string, Said<IReadOnlyList<string>>> Starts { get; init; } = new Dictionary<string, Said<IReadOnlyList<string>>>();

    /// <summary>Tool name to the status that its transition leads to.</summary>
    public IReadOnlyDictionary<string, Said<string>> Targets { get; init; } = new Dictionary<string, Said<string>>();

    /// <summary>Tool name to the rules that a correction states.</summary>
    public IReadOnlyDictionary<string, Said<StatedRules>> Rules { get; init; } = new Dictionary<string, Said<StatedRules>>();

    /// <summary>Tables and columns that a correction adds, or null.</summary>
    public SchemaAmendment? Amendment { get; init; }

    /// <summary>The user's own database, or null.</summary>
    public DumpAdoption? Dump { get; init; }

    /// <summary>Tools that read, but whose arguments no row can be found by, with what happened when they were called.</summary>
    public IReadOnlyDictionary<string, string> Unanswerable { get; init; } = new Dictionary<string, string>();

    public InferenceHints With(DumpAdoption dump) => this with { Dump = dump };

    public InferenceHints WithUnanswerable(IReadOnlyDictionary<string, string> tools) => this with { Unanswerable = tools };

    public Said<string>? Resource(string tool) => Resources.GetValueOrDefault(tool);

    public Said<EffectKind>? Kind(string tool) => Kinds.GetValueOrDefault(tool);

    /// <summary>The name of a table's key column, and who says so; null where nobody does.</summary>
    /// <param name="shown">The member that the tools show as a key, or null.</param>
    public Decided<string?> KeyOf(TablePlan table, string? shown)
    {
        var key = new Decided<string?>(null, Source.Convention);
        IReadOnlyList<Said<string>?> said =
        [
            shown is null ? null : new Said<string>(shown, Source.Schema),
            Dump?.KeyOf(table.Name) is { } adopted ? new Said<string>(adopted, Source.Recording) : null,
            Keys.GetValueOrDefault(table.Singular),
            Keys.GetValueOrDefault(table.Name),
        ];
        foreach (var saying in said.OfType<Said<string>>())
        {
            key.Say(saying.Value, saying.Source);
        }

        return key;
    }
}
