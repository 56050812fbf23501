namespace AgentScaler.Materialization.Effects;

/// <summary>Values of entries that their columns hold.</summary>
internal sealed class EntriesFitKind : KeptByDatabase<EntriesFit>
{
    protected override IEnumerable<string> Rules(EntriesFit precondition, ToolModel tool) => [FitsColumnsKind.Rule];
}
