namespace AgentScaler.Materialization.Effects;

/// <summary>The list of all kinds of preconditions.</summary>
internal static class PreconditionKinds
{
    public static IReadOnlyList<PreconditionKind> All { get; } =
    [
        new IsFoundKind(),
        new RowExistsKind(), new ReferenceExistsKind(), new StatusInKind(), new FlagIsKind(), new NumberAtLeastKind(), new PositiveKind(), new DifferentKind(),
            new NotAlreadyKind(),
        new LinkedKind(), new BelongsToKind(), new NotEmptyKind(), new ComputableKind(),
            new UnreferencedKind(), new KeptByDatabase<Untangled>(), new KeptByDatabase<IsUnique>(),
            new NamesColumnKind(), new AllGivenKind(), new SignedInKind(),
            new KeptByDatabase<FitsColumns>(),
        new KeptByDatabase<EntriesFit>(), new KeptByDatabase<EntriesRefer>(), new KeptByDatabase<EntriesUnique>(),
    ];

    public static PreconditionKind Of(Precondition precondition) => All.First(k => k.Record == precondition.GetType());
}
