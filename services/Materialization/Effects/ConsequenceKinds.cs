namespace AgentScaler.Materialization.Effects;

/// <summary>The kind of each consequence. No kind is registered: each says itself which record it is of.</summary>
internal static class ConsequenceKinds
{
    private static readonly IReadOnlyDictionary<Type, ConsequenceKind> Kinds = KindsOfRecords.In<ConsequenceKind>().ToDictionary(k => k.Record);

    public static IReadOnlyList<ConsequenceKind> All { get; } = [.. Kinds.Values.OrderBy(k => k.Record.Name, StringComparer.Ordinal)];

    public static ConsequenceKind Of(Consequence consequence) => Kinds[consequence.GetType()];
}
