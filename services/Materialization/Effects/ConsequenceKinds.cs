namespace AgentScaler.Materialization.Effects;

/// <summary>The list of all kinds of consequences.</summary>
internal static class ConsequenceKinds
{
    public static IReadOnlyList<ConsequenceKind> All { get; } = [new AdjustKind(), new StampClockKind(), new DeleteDependentsKind(), new ClearReferencesKind()];

    public static ConsequenceKind Of(Consequence consequence) => All.First(k => k.Record == consequence.GetType());
}
