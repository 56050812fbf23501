namespace AgentScaler.Effects;

/// <summary>Says something of every kind of consequence; a kind that is forgotten does not compile.</summary>
public interface IConsequenceVisitor<out T>
{
    T Visit(StampClock consequence);

    T Visit(Adjust consequence);

    T Visit(Assign consequence);

    T Visit(AppendItem consequence);

    T Visit(RemoveItem consequence);

    T Visit(InsertRow consequence);

    T Visit(AssignDependents consequence);

    T Visit(DeleteDependents consequence);

    T Visit(ClearReferences consequence);
}
