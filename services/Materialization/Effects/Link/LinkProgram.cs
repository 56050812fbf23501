using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Adds to or takes from a list that a row holds, or fills or empties a single column.</summary>
internal static class LinkProgram
{
    public static void Write(ProgramScope scope, ILinking effect, bool linked)
    {
        scope.Check();
        var set = RowChange.Of(scope);
        set.RemoveAll(s => s.Key == effect.Changed.Name);
        set.Insert(0, Set(effect.Changed.Name, effect.Changed.Type == ColumnType.Array ? List(scope, effect, linked) : One(effect, linked)));
        scope.Do(Var(ProgramScope.Row));
        scope.Body.Add(new Update(scope.Table.Name, [Member(Var(ProgramScope.Row), scope.Table.Key.Name)], RowChange.Completed(scope, set), RowChange.After));
        scope.Settle(RowChange.After);
        scope.Body.Add(new Return(RowChange.Shaper(scope, linked ? "linked" : "unlinked").OfRow(Var(RowChange.After))));
    }

    private static Expression One(ILinking effect, bool linked) => !linked && effect.Changed.Nullable ? Null
        : Coalesce(ProgramScope.Value(effect.Item, effect.Changed), Member(Var(ProgramScope.Row), effect.Changed.Name));

    private static Expression List(ProgramScope scope, ILinking effect, bool linked)
    {
        var (held, value) = (Held(effect.Changed), ProgramScope.Value(effect.Item));
        if (effect.Item.Node.Kind != NodeKind.Array)
        {
            return !linked ? Op(Operator.Remove, held, value)
                : scope.Tool.Effect.Preconditions.OfType<NotAlready>().Any() ? Op(Operator.Append, held, value)
                : When(Op(Operator.Has, held, value), held, Op(Operator.Append, held, value));
        }

        if (!linked)
        {
            return new MapItems(held, "item", Not(Op(Operator.Has, Coalesce(value, Constant(Value.EmptyArray)), Var("item"))), null, null);
        }

        scope.Body.Add(new Let("held", held));
        scope.Body.Add(new ForEach("item", value,
            [new Let("held", When(Op(Operator.Has, Var("held"), Var("item")), Var("held"), Op(Operator.Append, Var("held"), Var("item"))))]));
        return Var("held");
    }

    /// <summary>The list that the row holds, empty where it holds none.</summary>
    public static Expression Held(ColumnModel column) => Coalesce(Member(Var(ProgramScope.Row), column.Name), Constant(Value.EmptyArray));
}
