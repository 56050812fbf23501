using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Invariants;

/// <summary>
/// Finds what holds of the rows of finished tables: by the parts that columns play, by references, and by what the tools do to them. What
/// every tool keeps is an invariant; what some tool may change only shapes the first state.
/// </summary>
internal static class InvariantFinder
{
    /// <param name="derived">The columns that follow from other rows.</param>
    /// <param name="dump">The user's own database, or null. What its rows break, or do not show, does not hold.</param>
    public static DomainModel Complete(DomainModel model, IReadOnlyList<Derivation> derived, DumpAdoption? dump)
    {
        List<Invariant> always = [.. model.Tables.SelectMany(Declared)];
        List<Invariant> found = [.. model.Tables.SelectMany(Numbers), .. model.Tables.SelectMany(Times), .. model.Tables.SelectMany(Marks.Of),
            .. StatedSteps.Of(model).Concat(Steps.Of(model)).Cast<SetInStatus>().DistinctBy(s => (s.Table, s.Column)), .. Counters.Of(model)
            .Where(c => !derived.Any(d => d.Table == c.Table && d.Column == Counters.ColumnOf(c))),
            .. derived.Select(d => new IsDerived(d) { Basis = d.Basis })];
        if (dump is not null)
        {
            var rows = DatabaseState.From(model.Tables.Select(t => KeyValuePair.Create(t.Name, dump.Rows(t.Name))));
            found = [.. found.Where(i => i.Tables.All(t => rows.Rows(t).Count > 0) && i.Holds(rows))];
        }

        List<Invariant> asked = [.. found.Where(i => i is not InOrder pair || !Writers.EndFollows(model, pair))];
        var guarded = model with { Tools = [.. model.Tools.Select(t => t with { Effect = Guards.Guarded(t.Effect, asked) })] };
        var writers = new Writers(guarded, derived);
        return guarded with
        {
            Invariants = [.. always, .. found.Where(writers.Keep)],
            Tendencies = [.. found.Where(i => !writers.Keep(i))],
        };
    }

    /// <summary>What the schema of the database itself demands.</summary>
    private static IEnumerable<Invariant> Declared(TableModel table)
    {
        yield return new UniqueSet(table.Name, [table.Key.Name]);
        foreach (var set in table.Unique)
        {
            yield return new UniqueSet(table.Name, set) { Basis = new Basis(Source.Convention, "People and organizations sign up once.") };
        }

        if (table.Status is { LifeCycle: not null, Type: ColumnType.String, Enum: { } values } status)
        {
            yield return new KnownStatus(table.Name, status.Name, values);
        }
    }

    private static IEnumerable<Invariant> Numbers(TableModel table)
    {
        foreach (var column in table.Columns.Where(c => c.Numeric && Roles.Of(table, c) is ColumnRole.Stock or ColumnRole.Taken))
        {
            yield return new NotNegative(table.Name, column.Name) { Basis = new Basis(Source.Convention, "There is never less than none.") };
        }

        foreach (var (left, whole) in OrderedColumns.Parts(table))
        {
            yield return Within(table, left, whole);
        }

        if (Only(table, ColumnRole.Capacity) is not { } capacity)
        {
            yield break;
        }

        var (stock, taken) = (Counted(table, ColumnRole.Stock, capacity), Counted(table, ColumnRole.Taken, capacity));
        foreach (var part in new[] { stock, taken }.OfType<ColumnModel>().Where(p => !OrderedColumns.Parts(table).Contains((p, capacity))))
        {
            yield return Within(table, part, capacity);
        }

        if (stock is not null && taken is not null)
        {
            yield return new AddsUp(table.Name, stock.Name, taken.Name, capacity.Name)
            {
                Basis = new Basis(Source.Convention, "What is left and what is taken are all that there is."),
            };
        }
    }

    private static InOrder Within(TableModel table, ColumnModel part, ColumnModel whole) => new(table.Name, part.Name, whole.Name)
    {
        Basis = new Basis(Source.Convention, "A part is not more than the whole."),
    };

    private static IEnumerable<Invariant> Times(TableModel table) => OrderedColumns.Named(table).Select(p => new InOrder(table.Name, p.Lower.Name, p.Upper.Name)
    {
        Basis = new Basis(Source.Convention, "Nothing ends before it begins."),
    });

    private static ColumnModel? Counted(TableModel table, ColumnRole role, ColumnModel capacity) =>
        Only(table, role) is { } column && ColumnRoles.Takes(capacity.Name, column.Name) ? column : null;

    private static ColumnModel? Only(TableModel table, ColumnRole role) =>
        table.Columns.Where(c => c.Numeric && Roles.Of(table, c) == role).Take(2).ToList() is [{ Enum: null } only] ? only : null;
}
