namespace AgentScaler.Materialization.Effects;

/// <summary>Values that their columns hold: one rule for all tools.</summary>
internal sealed class FitsColumnsKind : KeptByDatabase<FitsColumns>
{
    /// <summary>The one rule of values, whatever gives them.</summary>
    public const string Rule = "A value of another kind than its column holds is refused.";

    protected override IEnumerable<string> Rules(FitsColumns precondition, ToolModel tool) => [Rule];
}
