using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>Holds the outcome of a call to the laws of its effect's kind.</summary>
internal sealed class EffectLaws(ToolSubject subject, Situation situation, Value result, EnvironmentSession session) : IEffectVisitor<string?>
{
    /// <param name="situation">The call, and the state that it met.</param>
    public static string? Broken(ToolSubject subject, Situation situation, Value result, EnvironmentSession session) =>
        subject.Model.Effect.Accept(new EffectLaws(subject, situation with { After = session.State() }, result, session));

    public string? Visit(LookupEffect effect) => LookupLaws.Broken(subject.Model, effect, situation, result);

    public string? Visit(GetEffect effect) => ReadLaws.Get(subject.Model, effect, situation, result);

    public string? Visit(ListEffect effect) => ReadLaws.List(subject, effect, situation, result, session);

    public string? Visit(CountEffect effect) => ReadLaws.Count(subject.Model, situation.Select(effect).Count(), result);

    public string? Visit(QueryEffect effect) => QueryLaws.Broken(subject.Model, effect, situation, result);

    public string? Visit(CreateEffect effect) => CreateLaws.One(subject.Model, situation, result, Changes());

    public string? Visit(CreateManyEffect effect) => CreateLaws.Many(subject.Model, effect, situation, result, Changes());

    public string? Visit(UpdateEffect effect) => UpdateLaws.Broken(subject.Model, situation, subject.Row(situation), result, Changes(), null);

    public string? Visit(UpsertEffect effect) => subject.Row(situation) is { } row
        ? UpdateLaws.Broken(subject.Model, situation, row, result, Changes(), null)
        : CreateLaws.One(subject.Model, situation, result, Changes());

    public string? Visit(DeleteEffect effect) => subject.Row(situation) is not { } row ? "a row is deleted that does not exist"
        : DeleteLaws.Broken(effect, situation, [row], Changes())
            ?? (subject.Model.Result.Kind == ResultKind.Unknown ? null
                : ResultOracle.Row(subject.Model, result, (situation with { After = null }).Shown(subject.Model, row)));

    public string? Visit(DeleteManyEffect effect) => DeleteLaws.Many(subject.Model, effect, situation, result, Changes());

    public string? Visit(TransitionEffect effect) => UpdateLaws.Broken(
        subject.Model, situation, subject.Row(situation), result, Changes(),
        (effect.Changed, (old, now) => now == effect.Target ? null : $"the {effect.Changed.Name} is {now.ToJson()}, not {effect.Target.ToJson()}"));

    public string? Visit(LinkEffect effect) => UpdateLaws.Broken(
        subject.Model, situation, subject.Row(situation), result, Changes(),
            (effect.Changed, (old, now) => LinkLaws.Added(effect, situation.Given(effect.Item), old, now)));

    public string? Visit(UnlinkEffect effect) => UpdateLaws.Broken(
        subject.Model, situation, subject.Row(situation), result, Changes(),
            (effect.Changed, (old, now) => LinkLaws.Taken(effect, situation.Given(effect.Item), old, now)));

    private StateChanges Changes() => new(session.Diff());
}
