using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Programs that delete rows, and what becomes of the rows that refer to them.</summary>
internal static class DeletePrograms
{
    private const int MaxDepth = 3;

    public static void Delete(ProgramScope scope)
    {
        scope.FetchRow();
        var row = Var(ProgramScope.Row);
        var key = Member(row, scope.Table.Key.Name);
        GuardReferrers(scope, key);
        scope.Body.AddRange(Cascade(scope.Plan, scope.Table, key, 0));
        scope.Body.Add(new Delete(scope.Table.Name, [key]));
        var facts = new ResultFacts { Message = $"{ProgramScope.Thing(scope.Table)} deleted.", Members = [(scope.Table.Key.Name, key)], Total = Constant(1) };
        var shaper = new ResultShaper(scope) { Facts = facts };
        scope.Body.Add(new Return(scope.Intent.Reading.Result.Kind is ResultKind.Unknown ? shaper.OfNothing() : shaper.OfRow(row)));
    }

    public static void DeleteMany(ProgramScope scope)
    {
        ReadPrograms.GuardParents(scope);
        scope.Body.Add(new Let("found", new Select(scope.Table.Name, "r", ReadPrograms.Where(scope))));
        var key = Member(Var("each"), scope.Table.Key.Name);
        List<Statement> each = [.. Cascade(scope.Plan, scope.Table, key, 0), new Delete(scope.Table.Name, [key])];
        foreach (var (table, column) in Referrers(scope.Plan, scope.Table))
        {
            each.Insert(0, new Guard(Eq(Counted(table, column, key), Constant(0)), ErrorCode.Conflict,
                Text(Constant($"{ProgramScope.Thing(scope.Table)} '"), Op(Operator.ToText, key), Constant($"' is still used by {Words.Phrase(table.Name)}."))));
        }

        scope.Body.Add(new ForEach("each", Var("found"), each));
        var count = Op(Operator.Count, Var("found"));
        var facts = new ResultFacts { Message = $"{ProgramScope.Thing(scope.Table)} rows deleted.", Members = [("deleted", count)], Total = count, Shown = count };
        var shaper = new ResultShaper(scope) { Facts = facts };
        scope.Body.Add(new Return(scope.Intent.Reading.Result.Kind == ResultKind.Collection
            ? shaper.OfRows(map => map is null ? Var("found") : new MapItems(Var("found"), "r", null, null, map(Var("r"))))
            : shaper.OfNothing()));
    }

    /// <summary>Children go with their parent; what merely refers to the row forgets it.</summary>
    private static IEnumerable<Statement> Cascade(DomainPlan plan, TablePlan table, Expression key, int depth)
    {
        if (depth >= MaxDepth)
        {
            yield break;
        }

        foreach (var other in plan.Tables)
        {
            foreach (var column in other.Columns.Where(c => c.References?.Table == table.Name && c != other.Key))
            {
                var child = $"{other.Singular}_{depth}";
                var select = new Select(other.Name, "c", Eq(Member(Var("c"), column.Name), key));
                var childKey = Member(Var(child), other.Key.Name);
                if (other.Parent == table && other != table)
                {
                    yield return new ForEach(child, select, [.. Cascade(plan, other, childKey, depth + 1), new Delete(other.Name, [childKey])]);
                }
                else if (column.Nullable)
                {
                    yield return new ForEach(child, select, [new Update(other.Name, [childKey], [Set(column.Name, Null)], null)]);
                }
            }
        }
    }

    private static IEnumerable<(TablePlan Table, ColumnPlan Column)> Referrers(DomainPlan plan, TablePlan table) =>
        plan.Tables.Where(t => t != table && t.Parent != table).SelectMany(t => t.Columns.Where(c => c.References?.Table == table.Name && !c.Nullable).Select(c => (t, c)));

    private static void GuardReferrers(ProgramScope scope, Expression key)
    {
        foreach (var (table, column) in Referrers(scope.Plan, scope.Table))
        {
            scope.Body.Add(new Guard(Eq(Counted(table, column, key), Constant(0)), ErrorCode.Conflict,
                Text(Constant($"{ProgramScope.Thing(scope.Table)} '"), Op(Operator.ToText, key), Constant($"' is still used by {Words.Phrase(table.Name)}."))));
        }
    }

    private static Aggregate Counted(TablePlan table, ColumnPlan column, Expression key) =>
        new(AggregateKind.Count, table.Name, "c", Eq(Member(Var("c"), column.Name), key));
}
