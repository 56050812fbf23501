using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Invariants;

/// <summary>
/// Finds numbers that follow the rows that refer to theirs: those that making such a row raises, and those that are called by the thing
/// that they count.
/// </summary>
internal static class Counters
{
    public static IEnumerable<Invariant> Of(DomainModel model) =>
        model.Tables.SelectMany(t => Raised(model, t).Concat(Called(model, t))).DistinctBy(i => (i.Table, ColumnOf(i)));

    public static string ColumnOf(Invariant invariant) => invariant is CountsDependents counts ? counts.Column : ((SumsDependents)invariant).Column;

    /// <summary>Numbers that a new row of the table adds to in a row that it refers to.</summary>
    private static IEnumerable<Invariant> Raised(DomainModel model, TableModel child)
    {
        foreach (var create in model.Tools.Select(t => t.Effect).OfType<CreateEffect>().Where(e => e.Table == child))
        {
            foreach (var adjust in create.Consequences.OfType<Adjust>().Where(a => a is { Sign: > 0, Address.Key: not null } && IsCounter(a)))
            {
                var reference = create.Scope.Concat(create.Assignments).FirstOrDefault(b => b.Parameter == adjust.Address.Key!.Parameter);
                if (reference?.Column.References is not { } to || to.Table != adjust.Address.Table.Name)
                {
                    continue;
                }

                var dependents = Counted(model, child, adjust.Column, new Dependents(child.Name, reference.Column.Name, to.Column));
                var basis = new Basis(adjust.Basis.Source, "What making a row raises follows the rows that there are.");
                if (adjust.Amount is ConstantTerm { Value: var one } && one == 1)
                {
                    yield return new CountsDependents(to.Table, adjust.Column.Name, dependents) { Basis = basis };
                }
                else if (adjust.Amount is ArgumentTerm given && create.Assignments.FirstOrDefault(a => a.Parameter == given.Parameter) is { } amount)
                {
                    yield return new SumsDependents(to.Table, adjust.Column.Name, dependents, amount.Column.Name, null) { Basis = basis };
                }
            }
        }
    }

    /// <summary>Whether a number is one that only follows others: a balance starts with what nobody recorded.</summary>
    private static bool IsCounter(Adjust adjust) => Roles.Of(adjust.Address.Table, adjust.Column) is ColumnRole.Count or ColumnRole.Taken or ColumnRole.Total
        || (adjust.Amount is ConstantTerm && Roles.Of(adjust.Address.Table, adjust.Column) == ColumnRole.None);

    /// <summary>Counters that bear the name of the rows that refer to theirs.</summary>
    private static IEnumerable<Invariant> Called(DomainModel model, TableModel child)
    {
        var noun = child.Singular.Split('_')[^1];
        foreach (var column in child.Columns.Where(c => c.References is not null && c != child.Key))
        {
            if (model.Table(column.References!.Table) is not { } parent || parent == child)
            {
                continue;
            }

            foreach (var counter in parent.Columns.Where(c => Roles.Of(parent, c) == ColumnRole.Count && Words.Singulars(c.Name).Contains(noun)))
            {
                yield return new CountsDependents(parent.Name, counter.Name,
                    Counted(model, child, counter, new Dependents(child.Name, column.Name, column.References.Column)))
                {
                    Basis = new Basis(Source.Convention, $"The {Words.Phrase(counter.Name)} counts {Words.Phrase(child.Name)}."),
                };
            }
        }
    }

    /// <summary>The rows that are counted: without those in a status that a step leads to while it lowers the number.</summary>
    private static Dependents Counted(DomainModel model, TableModel child, ColumnModel counter, Dependents all)
    {
        var steps = model.Tools.Select(t => t.Effect).OfType<TransitionEffect>().Where(s => s.Table == child && s.Changed.Enum is not null).ToList();
        var ended = steps.Where(s => Lowers(s, counter)).ToList();
        if (ended.Count == 0)
        {
            return all;
        }

        var status = ended[0].Changed;
        HashSet<Value> gone = [.. ended.Where(s => s.Changed == status).Select(s => s.Target)];
        return all with { Column = status.Name, Among = [.. status.Enum!.Where(v => !gone.Contains(v))] };
    }

    public static bool Lowers(Effect effect, ColumnModel counter) => effect.Consequences.OfType<Adjust>().Any(a => a.Column == counter && a.Sign < 0);
}
