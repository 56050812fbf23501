namespace AgentScaler.Effects;

/// <summary>Says something of every kind of precondition; a kind that is forgotten does not compile.</summary>
public interface IPreconditionVisitor<out T>
{
    T Visit(RowExists precondition);

    T Visit(SignedIn precondition);

    T Visit(IsFound precondition);

    T Visit(ReferenceExists precondition);

    T Visit(StatusIn precondition);

    T Visit(FlagIs precondition);

    T Visit(Compares precondition);

    T Visit(AllGiven precondition);

    T Visit(BelongsTo precondition);

    T Visit(Computable precondition);

    T Visit(Different precondition);

    T Visit(EntriesFit precondition);

    T Visit(EntriesRefer precondition);

    T Visit(EntriesUnique precondition);

    T Visit(FitsColumns precondition);

    T Visit(IsUnique precondition);

    T Visit(Linked precondition);

    T Visit(NamesColumn precondition);

    T Visit(NotAlready precondition);

    T Visit(NotEmpty precondition);

    T Visit(Positive precondition);

    T Visit(Unreferenced precondition);

    T Visit(Untangled precondition);
}
