using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Effects;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>The columns that a change of a row sets: the arguments that were given, and the clocks that tell of the change.</summary>
internal static class RowChange
{
    /// <summary>The variable that holds the row after the change.</summary>
    public const string After = "changed";

    public static List<KeyValuePair<string, Expression>> Of(ProgramScope scope)
    {
        var set = new List<KeyValuePair<string, Expression>>();
        foreach (var (column, parameter) in scope.Tool.Assignments.Where(a => a.Column != scope.Table.Key))
        {
            var value = ProgramScope.Value(parameter, column);
            var old = Member(Var(ProgramScope.Row), column.Name);
            set.Add(Set(column.Name, parameter is { Required: true, Container: null, Node.Nullable: false } && ColumnTypes.Of(parameter.Node) == column.Type
                ? value
                : column.Nullable && parameter.Node.Nullable ? When(ProgramScope.IsGiven(parameter), value, old)
                : Coalesce(value, column.Stamped ? NewRow.Clock(column) : old)));
        }

        return set;
    }

    /// <summary>The column that the call names, set to what it gives; or what the call sets without being told to what.</summary>
    public static IEnumerable<KeyValuePair<string, Expression>> Chosen(UpdateEffect effect) => effect.Choice is not { } choice
        ? effect.Sets.Select(s => Set(s.Column.Name, s.To is { } value ? Constant(value) : Op(Operator.Ne, Member(Var(ProgramScope.Row), s.Column.Name), True)))
        : choice.Columns.Select(c => Set(c.Name, When(Eq(ProgramScope.Value(choice.Name), Constant(c.Name)), ProgramScope.Value(choice.Value, c),
            Member(Var(ProgramScope.Row), c.Name))));

    /// <summary>The same with what the effect's consequences set in the row: clocks, numbers, lists.</summary>
    public static List<KeyValuePair<string, Expression>> Completed(ProgramScope scope, List<KeyValuePair<string, Expression>> set)
    {
        Follow(scope, set, name => Member(Var(ProgramScope.Row), name));
        foreach (var stamp in scope.Tool.Effect.Consequences.OfType<StampClock>().Where(s => set.TrueForAll(c => c.Key != s.Column.Name)))
        {
            set.Add(Set(stamp.Column.Name, NewRow.Clock(stamp.Column)));
        }

        return set;
    }

    /// <summary>Sets what the effect's consequences set in the row that it writes.</summary>
    /// <param name="old">The value that a column has that nothing sets yet.</param>
    public static void Follow(ProgramScope scope, List<KeyValuePair<string, Expression>> set, Func<string, Expression> old)
    {
        foreach (var consequence in scope.Tool.Effect.Consequences)
        {
            if (ConsequenceKinds.Of(consequence).Own(consequence, Held, scope) is { } own)
            {
                set.RemoveAll(s => s.Key == own.Key);
                set.Add(own);
            }
        }

        Expression Held(string name) => set.Where(s => s.Key == name).Select(s => s.Value).FirstOrDefault() ?? old(name);
    }

    public static ResultShaper Shaper(ProgramScope scope, string done) =>
        new(scope) { Facts = new ResultFacts { Message = $"{ProgramScope.Thing(scope.Table)} {done}." } };
}
