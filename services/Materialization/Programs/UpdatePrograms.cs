using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Programs that change existing rows.</summary>
internal static class UpdatePrograms
{
    private const string After = "changed";

    public static void Update(ProgramScope scope)
    {
        scope.FetchRow();
        CreatePrograms.GuardReferences(scope);
        var shaper = Shaper(scope, "updated");
        scope.Body.Add(new Update(scope.Table.Name, [Member(Var(ProgramScope.Row), scope.Table.Key.Name)], Changes(scope), After));
        scope.Body.Add(new Return(shaper.OfRow(Var(After))));
    }

    public static void Upsert(ProgramScope scope)
    {
        var key = scope.Intent.Key;
        if (key is null || !ProgramScope.Direct(key) || key.Column != scope.Table.Key)
        {
            Update(scope);
            return;
        }

        ReadPrograms.GuardParents(scope);
        CreatePrograms.GuardReferences(scope);
        var shaper = Shaper(scope, "saved");
        scope.Body.Add(new Let(ProgramScope.Row, new Get(scope.Table.Name, [ProgramScope.Value(key.Parameter)])));
        var row = CreatePrograms.Row(scope, shaper.Fallbacks);
        var foreign = scope.Intent.Scope.Where(s => s.Column != key.Column).Select(s => ProgramScope.Equals(Member(Var(ProgramScope.Row), s.Column.Name), s.Column, s.Parameter)).ToList();
        if (foreign.Count > 0)
        {
            scope.Body.Add(new Guard(Or(IsNull(Var(ProgramScope.Row)), And(foreign)), ErrorCode.Conflict,
                Text(Constant($"{ProgramScope.Thing(scope.Table)} '"), Op(Operator.ToText, ProgramScope.Value(key.Parameter)), Constant("' belongs to another owner."))));
        }

        scope.Body.Add(new If(
            IsNull(Var(ProgramScope.Row)),
            [new Insert(scope.Table.Name, row, After)],
            [new Update(scope.Table.Name, [ProgramScope.Value(key.Parameter)], Changes(scope), After)]));
        scope.Body.Add(new Return(shaper.OfRow(Var(After))));
    }

    public static void Transition(ProgramScope scope)
    {
        var (intent, row) = (scope.Intent, Var(ProgramScope.Row));
        scope.FetchRow();
        CreatePrograms.GuardReferences(scope);
        var changed = intent.Changed ?? scope.Table.Status!;
        var status = Member(row, changed.Name);
        if (!intent.Unconditional)
        {
            scope.Body.Add(Started(scope, changed, status));
        }

        var target = Words.Snake(intent.Target!.Value.IsString ? intent.Target.Value.AsString : intent.Reading.Verb);
        var set = Changes(scope);
        set.RemoveAll(s => s.Key == changed.Name);
        set.Insert(0, Set(changed.Name, Constant(intent.Target.Value)));
        foreach (var mark in scope.Table.Columns.Where(c => c.Textual && c.Enum is null && Semantics.IsInstant(c.Words) && (Words.Snake(c.Name) == $"{target}_at" || Words.Snake(c.Name) == $"{target}_on" || Words.Snake(c.Name) == $"{target}_date") && set.All(s => s.Key != c.Name)))
        {
            set.Add(Set(mark.Name, Defaults.Clock(mark)));
        }

        var shaper = Shaper(scope, target.Replace('_', ' '));
        scope.Body.Add(new Update(scope.Table.Name, [Member(row, scope.Table.Key.Name)], set, After));
        scope.Body.Add(new Return(shaper.OfRow(Var(After))));
    }

    /// <summary>The step starts from where it may.</summary>
    private static Guard Started(ProgramScope scope, ColumnPlan changed, Expression status)
    {
        var intent = scope.Intent;
        var allowed = intent.From.Count == 1 ? Eq(status, Constant(intent.From[0])) : Op(Operator.Has, Constant(Value.From(intent.From.ToArray())), status);
        return Precondition(allowed,
            Constant($"{ProgramScope.Thing(scope.Table)} '"), Op(Operator.ToText, Member(Var(ProgramScope.Row), scope.Table.Key.Name)),
            Constant($"' cannot be changed by {Words.Phrase(intent.Reading.Verb)}: its {Words.Phrase(changed.Name)} is '"), Op(Operator.ToText, status), Constant("'."));
    }

    public static void Transfer(ProgramScope scope)
    {
        var intent = scope.Intent;
        var (from, to, amount, balance) = (intent.Key!, intent.OtherKey!, intent.Amount!, intent.Changed!);
        var owner = scope.Plan.Tables.First(t => t.Key == from.Column);
        var (moved, value) = (ProgramScope.Value(amount), balance.Name);
        foreach (var (name, side) in new[] { ("source", from), ("target", to) })
        {
            scope.Body.Add(new Let(name, ProgramScope.First(owner, r => ProgramScope.Equals(Member(r, owner.Key.Name), owner.Key, side.Parameter))));
            scope.Body.Add(NotFound(Present(Var(name)), Constant($"{ProgramScope.Thing(owner)} '"), Op(Operator.ToText, ProgramScope.Value(side.Parameter)), Constant("' was not found.")));
        }

        scope.Body.Add(new Guard(Op(Operator.Ne, Member(Var("source"), owner.Key.Name), Member(Var("target"), owner.Key.Name)), ErrorCode.InvalidArguments, Constant("Source and target are the same.")));
        scope.Body.Add(new Guard(Op(Operator.Gt, moved, Constant(0)), ErrorCode.InvalidArguments, Constant($"{amount.Name} must be greater than 0.")));
        scope.Body.Add(Precondition(Op(Operator.Ge, Member(Var("source"), value), moved), Constant($"The {Words.Phrase(value)} of {Words.Phrase(owner.Singular)} '"), Op(Operator.ToText, ProgramScope.Value(from.Parameter)), Constant("' is too low.")));
        scope.Body.Add(new Update(owner.Name, [Member(Var("source"), owner.Key.Name)], [Set(value, Op(Operator.Sub, Member(Var("source"), value), moved))], null));
        scope.Body.Add(new Update(owner.Name, [Member(Var("target"), owner.Key.Name)], [Set(value, Op(Operator.Add, Member(Var("target"), value), moved))], null));
        var shaper = Shaper(scope, "completed");
        scope.Body.Add(new Insert(scope.Table.Name, CreatePrograms.Row(scope, shaper.Fallbacks), ProgramScope.Row));
        scope.Body.Add(new Return(shaper.OfRow(Var(ProgramScope.Row))));
    }

    /// <summary>Adds to or takes from a set column, or fills or empties a single one.</summary>
    public static void Link(ProgramScope scope)
    {
        var (intent, row) = (scope.Intent, Var(ProgramScope.Row));
        var (column, other) = (intent.Changed!, intent.Many!);
        scope.FetchRow();
        CreatePrograms.GuardReferences(scope);
        var value = ProgramScope.Value(other);
        var linked = intent.Kind == IntentKind.Link;
        var set = Changes(scope);
        set.RemoveAll(s => s.Key == column.Name);
        if (column.Type != ColumnType.Array)
        {
            if (!linked && column.Nullable)
            {
                scope.Body.Add(Precondition(ProgramScope.Equals(Member(row, column.Name), column, other), Constant($"{other.Name} '"), Op(Operator.ToText, value), Constant("' is not linked.")));
            }

            set.Insert(0, Set(column.Name, !linked && column.Nullable ? Null : Coalesce(ProgramScope.Value(other, column), Member(row, column.Name))));
        }
        else
        {
            var held = Coalesce(Member(row, column.Name), Constant(Value.EmptyArray));
            if (other.Node.Kind == NodeKind.Array)
            {
                if (linked)
                {
                    scope.Body.Add(new Let("held", held));
                    scope.Body.Add(new ForEach("item", value, [new Let("held", When(Op(Operator.Has, Var("held"), Var("item")), Var("held"), Op(Operator.Append, Var("held"), Var("item"))))]));
                }

                set.Insert(0, Set(column.Name, linked ? Var("held") : new MapItems(held, "item", Not(Op(Operator.Has, Coalesce(value, Constant(Value.EmptyArray)), Var("item"))), null, null)));
            }
            else
            {
                var has = Op(Operator.Has, held, value);
                scope.Body.Add(linked
                    ? new Guard(Not(has), ErrorCode.Conflict, Text(Constant($"{other.Name} '"), Op(Operator.ToText, value), Constant("' is linked already.")))
                    : NotFound(has, Constant($"{other.Name} '"), Op(Operator.ToText, value), Constant("' is not linked.")));
                set.Insert(0, Set(column.Name, Op(linked ? Operator.Append : Operator.Remove, held, value)));
            }
        }

        scope.Body.Add(new Update(scope.Table.Name, [Member(row, scope.Table.Key.Name)], set, After));
        scope.Body.Add(new Return(Shaper(scope, linked ? "linked" : "unlinked").OfRow(Var(After))));
    }

    /// <summary>What an update sets: the arguments that were given, and the clock of changes.</summary>
    private static List<KeyValuePair<string, Expression>> Changes(ProgramScope scope)
    {
        var row = Var(ProgramScope.Row);
        var set = new List<KeyValuePair<string, Expression>>();
        foreach (var (column, parameter) in scope.Intent.Assignments.Where(a => a.Column != scope.Table.Key))
        {
            var value = ProgramScope.Value(parameter, column);
            var old = Member(row, column.Name);
            set.Add(Set(column.Name, parameter is { Required: true, Container: null, Node.Nullable: false } && TableBuilder.TypeOf(parameter.Node) == column.Type ? value
                : column.Nullable && parameter.Node.Nullable ? When(ProgramScope.IsGiven(parameter), value, old)
                : Coalesce(value, Stamped(column) ? Defaults.Clock(column) : old)));
        }

        foreach (var clock in scope.Table.Columns.Where(c => Stamped(c) && set.All(s => s.Key != c.Name)))
        {
            set.Add(Set(clock.Name, Defaults.Clock(clock)));
        }

        return set;
    }

    /// <summary>Whether the column tells when its row last changed.</summary>
    private static bool Stamped(ColumnPlan column) => Equalities.IsClock(column)
        && column.Words.Any(w => w is "updated" or "modified" or "changed" or "update" or "modification" or "edited");

    private static ResultShaper Shaper(ProgramScope scope, string done) => new(scope) { Facts = new ResultFacts { Message = $"{ProgramScope.Thing(scope.Table)} {done}." } };
}
