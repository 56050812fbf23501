using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>No more rows, or people, than there is room for.</summary>
internal sealed record Room() : RuleSketch(Source.Convention, "There is no more than there is room for.")
{
    private static readonly HashSet<string> Lodgings = new(StringComparer.Ordinal)
    {
        "room", "table", "venue", "hall", "car", "vehicle", "boat", "desk", "apartment", "property", "listing", "cabin", "office",
    };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "person", "people", "adult", "guest", "party", "passenger", "attendee", "participant", "traveler", "traveller", "occupant", "pax", "seat", "visitor",
    };

    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "booking", "registration", "enrollment", "enrolment", "participant", "attendee", "member", "membership", "ticket", "rsvp", "signup", "guest", "passenger",
        "student", "reservation", "participation", "attendance",
    };

    public override IEnumerable<Precondition> Preconditions(EffectDraft draft)
    {
        foreach (var reference in Drafts.Makes(draft) ? Drafts.References(draft) : [])
        {
            var (table, row) = (reference.Table, reference.Row);
            if (Roles.Find(table, ColumnRole.Stock) is null && Roles.Find(table, ColumnRole.Taken) is null
                && table.Columns.FirstOrDefault(c => Roles.Of(table, c) == ColumnRole.Capacity && Speaks(draft, table, c)) is { } capacity
                && Rule(draft, reference, new CellTerm(row, capacity), capacity) is { } rule)
            {
                yield return rule;
            }
        }
    }

    /// <summary>Whether the capacity is about rows of this kind: by its own noun, or as the only one of a gathering.</summary>
    private static bool Speaks(EffectDraft draft, TableModel table, ColumnModel capacity)
    {
        var child = draft.Table.Singular.Split('_')[^1];
        return Words.Singulars(capacity.Name).Contains(child) || (Places.Contains(child) && !TableRoles.IsHolder(table.Singular)) || IsLodging(table);
    }

    private static Compares? Rule(EffectDraft draft, Reference reference, Term most, ColumnModel capacity)
    {
        var asked = draft.Assignments.FirstOrDefault(a => ColumnRoles.IsQuantity(a.Parameter.Name, a.Parameter.Node.Kind)
            && ColumnRoles.Takes(a.Parameter.Name, "seats_left"));
        if (IsLodging(reference.Table))
        {
            asked = draft.Assignments.FirstOrDefault(a => a.Column is { Numeric: true, References: null }
                && Words.Singulars(a.Parameter.Name).Exists(People.Contains));
            return asked is null ? null : new Compares(new ArgumentTerm(asked.Parameter), Comparison.AtMost, most);
        }

        var children = Roles.Open(new ChildRows(draft.Table, reference.Binding.Column, reference.Row));
        return asked is { Column.Numeric: true }
            ? new Compares(new SumOfTerm(new SumTerm(children, asked.Column, null), new ArgumentTerm(asked.Parameter)), Comparison.AtMost, most)
            : new Compares(new CountTerm(children), Comparison.Less, most);
    }

    private static bool IsLodging(TableModel table) => Lodgings.Contains(table.Singular.Split('_')[^1]);
}
