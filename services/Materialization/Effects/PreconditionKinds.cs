namespace AgentScaler.Materialization.Effects;

/// <summary>The kind of each precondition; one that is forgotten does not compile.</summary>
internal sealed class PreconditionKinds : IPreconditionVisitor<PreconditionKind>
{
    private static readonly PreconditionKinds Kinds = new();

    public static PreconditionKind Of(Precondition precondition) => precondition.Accept(Kinds);

    public PreconditionKind Visit(RowExists precondition) => new RowExistsKind();

    public PreconditionKind Visit(IsFound precondition) => new IsFoundKind();

    public PreconditionKind Visit(SignedIn precondition) => new SignedInKind();

    public PreconditionKind Visit(ReferenceExists precondition) => new ReferenceExistsKind();

    public PreconditionKind Visit(StatusIn precondition) => new StatusInKind();

    public PreconditionKind Visit(FlagIs precondition) => new FlagIsKind();

    public PreconditionKind Visit(Compares precondition) => new ComparesKind();

    public PreconditionKind Visit(BelongsTo precondition) => new BelongsToKind();

    public PreconditionKind Visit(Different precondition) => new DifferentKind();

    public PreconditionKind Visit(Linked precondition) => new LinkedKind();

    public PreconditionKind Visit(NotAlready precondition) => new NotAlreadyKind();

    public PreconditionKind Visit(NotEmpty precondition) => new NotEmptyKind();

    public PreconditionKind Visit(Positive precondition) => new PositiveKind();

    public PreconditionKind Visit(Computable precondition) => new ComputableKind();

    public PreconditionKind Visit(NamesColumn precondition) => new NamesColumnKind();

    public PreconditionKind Visit(AllGiven precondition) => new AllGivenKind();

    public PreconditionKind Visit(Unreferenced precondition) => new UnreferencedKind();

    public PreconditionKind Visit(EntriesFit precondition) => new EntriesFitKind();

    public PreconditionKind Visit(EntriesRefer precondition) => new EntriesReferKind();

    public PreconditionKind Visit(EntriesUnique precondition) => new EntriesUniqueKind();

    public PreconditionKind Visit(FitsColumns precondition) => new FitsColumnsKind();

    public PreconditionKind Visit(IsUnique precondition) => new IsUniqueKind();

    public PreconditionKind Visit(Untangled precondition) => new UntangledKind();
}
