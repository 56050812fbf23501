namespace AgentScaler.Materialization.Effects;

/// <summary>The kind of each precondition. No kind is registered: each says itself which record it is of.</summary>
internal static class PreconditionKinds
{
    private static readonly IReadOnlyDictionary<Type, PreconditionKind> Kinds = KindsOfRecords.In<PreconditionKind>().ToDictionary(k => k.Record);

    public static PreconditionKind Of(Precondition precondition) => Kinds[precondition.GetType()];
}
