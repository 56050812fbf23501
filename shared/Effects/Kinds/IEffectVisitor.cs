namespace AgentScaler.Effects;

/// <summary>Says something of every kind of effect; a kind that is forgotten does not compile.</summary>
public interface IEffectVisitor<out T>
{
    T Visit(LookupEffect effect);

    T Visit(GetEffect effect);

    T Visit(ListEffect effect);

    T Visit(CountEffect effect);

    T Visit(QueryEffect effect);

    T Visit(CreateEffect effect);

    T Visit(CreateManyEffect effect);

    T Visit(UpdateEffect effect);

    T Visit(UpsertEffect effect);

    T Visit(DeleteEffect effect);

    T Visit(DeleteManyEffect effect);

    T Visit(TransitionEffect effect);

    T Visit(LinkEffect effect);

    T Visit(UnlinkEffect effect);
}
