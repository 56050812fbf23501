namespace AgentScaler.Materialization.Effects;

/// <summary>The kind of each consequence; one that is forgotten does not compile.</summary>
internal sealed class ConsequenceKinds : IConsequenceVisitor<ConsequenceKind>
{
    private static readonly ConsequenceKinds Kinds = new();

    public static ConsequenceKind Of(Consequence consequence) => consequence.Accept(Kinds);

    public ConsequenceKind Visit(StampClock consequence) => new StampClockKind();

    public ConsequenceKind Visit(Adjust consequence) => new AdjustKind();

    public ConsequenceKind Visit(Assign consequence) => new AssignKind();

    public ConsequenceKind Visit(AppendItem consequence) => new AppendItemKind();

    public ConsequenceKind Visit(RemoveItem consequence) => new RemoveItemKind();

    public ConsequenceKind Visit(InsertRow consequence) => new InsertRowKind();

    public ConsequenceKind Visit(AssignDependents consequence) => new AssignDependentsKind();

    public ConsequenceKind Visit(DeleteDependents consequence) => new DeleteDependentsKind();

    public ConsequenceKind Visit(ClearReferences consequence) => new ClearReferencesKind();
}
