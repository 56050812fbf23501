using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Overrides.Rules;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// An effect while it is being inferred: what its tool is thought to do so far. The inference writes on it until it is
/// finished into an <see cref="Effect"/>; nothing outside sees it.
/// </summary>
internal sealed class EffectSketch
{
    public required ToolReading Reading { get; init; }

    /// <summary>The kind, and who says so.</summary>
    public required Decided<EffectKind> Told { get; init; }

    public EffectKind Kind => Told.Value;

    public TablePlan? Table { get; set; }

    /// <summary>The column and parameter that identify the row.</summary>
    public SketchBinding? Key { get; set; }

    /// <summary>Path parents: the row belongs to them, or is not found.</summary>
    public List<SketchBinding> Scope { get; } = [];

    public List<SketchBinding> Filters { get; } = [];

    public List<SketchBinding> Assignments { get; } = [];

    /// <summary>The status that a transition leads to.</summary>
    public Value? Target { get; set; }

    /// <summary>The statuses that a transition starts from, and who says so.</summary>
    public Decided<IReadOnlyList<Value>> Starts { get; } = new([], Source.Convention);

    public IReadOnlyList<Value> From => Starts.Value;

    /// <summary>The status that a row must have before it may be changed or deleted, where its documentation or a correction says so.</summary>
    public (ColumnPlan Column, IReadOnlyList<Value> Allowed, Source Source)? Requires { get; set; }

    /// <summary>The arguments that name a column and give its value, and the columns that may be named.</summary>
    public (ToolParameter Name, ToolParameter Value, IReadOnlyList<ColumnPlan> Columns)? Choice { get; set; }

    /// <summary>Columns that the call sets without being told to what; to their opposite where no value stands.</summary>
    public List<(ColumnPlan Column, Value? To)> Sets { get; } = [];

    /// <summary>The account whose name and password the call must give.</summary>
    public (TablePlan Table, IReadOnlyList<SketchBinding> Columns)? Account { get; set; }

    /// <summary>The array argument of a bulk tool or of a link.</summary>
    public ToolParameter? Many { get; set; }

    /// <summary>The column that a link, a transfer or a transition changes.</summary>
    public ColumnPlan? Changed { get; set; }

    /// <summary>The other row of a transfer.</summary>
    public SketchBinding? OtherKey { get; set; }

    public ToolParameter? Amount { get; set; }

    /// <summary>What sentences, conventions and the user say beside what the kind of the effect brings.</summary>
    public List<RuleSketch> Rules { get; } = [];

    /// <summary>The rules that a correction states, or null.</summary>
    public StatedRules? Stated { get; set; }

    /// <summary>Takes the nearest kind that can be followed where what was said cannot.</summary>
    /// <param name="why">The reason in a sentence.</param>
    /// <exception cref="OverridesException">The user said the kind. The user's word is never replaced.</exception>
    public void Become(EffectKind nearest, string why)
    {
        if (Told.Source == Source.Override)
        {
            throw new OverridesException($"/tools/{Name}/effect", $"\"{Kind.Word}\" cannot be followed, \"{nearest.Word}\" can. {why}");
        }

        Told.Correct(nearest);
        Evidence.Add(why);
    }

    public List<string> Evidence => Reading.Evidence;

    public string Name => Reading.Tool.Name;

    public bool Writes => Kind.Form.Writes;
}
