namespace AgentScaler.Effects;

/// <summary>Says something of every kind of condition; a kind that is forgotten does not compile.</summary>
public interface IRowConditionVisitor<out T>
{
    T Visit(SameAs condition);

    T Visit(ContainsText condition);

    T Visit(AtLeast condition);

    T Visit(AtMost condition);

    T Visit(OnDay condition);

    T Visit(HasItem condition);

    T Visit(HasEntry condition);

    T Visit(Mentions condition);

    T Visit(IsFixed condition);

    T Visit(IsCurrent condition);

    T Visit(IsSignedIn condition);

    T Visit(IsAccount condition);

    T Visit(EitherOf condition);

    T Visit(AllOf condition);

    T Visit(NotThat condition);

    T Visit(WhereAsked condition);

    T Visit(Stands condition);
}
