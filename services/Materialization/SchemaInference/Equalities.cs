using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides how states are compared column by column.</summary>
internal static class Equalities
{
    public static void Settle(DomainPlan plan)
    {
        foreach (var table in plan.Tables)
        {
            var creates = plan.Sketches.Where(i => i.Table == table
                && i.Kind.Form.Inserts != Insertion.Never).ToList();
            var given = creates.Where(i => i.Key?.Column == table.Key
                || i.Assignments.Any(a => a.Column == table.Key && a.Parameter.Required)).ToList();
            table.Key.Facts.Equality.Say(given.Count > 0 && given.Count == creates.Count ? Equality.Exact : Equality.Generated, Source.Convention);
            if (table.Key.Equality == Equality.Generated)
            {
                // A key that the session makes refers to nothing.
                table.Key.Facts.References.Correct(null);
            }

            foreach (var column in table.Columns.Where(c => c != table.Key))
            {
                if (IsClock(column) && !plan.Sketches.Any(i => i.Assignments.Any(a => a.Column == column)))
                {
                    column.Facts.Equality.Say(Equality.Volatile, Source.Convention);
                }
                else if (column.Type == ColumnType.Array && column.Words[^1] is var last
                    && (last is "tags" or "labels" or "members" or "permissions" or "roles" or "categories" or "scopes" or "followers" or "participants"
                        or "attendees" or "ids" or "keywords" || column.Node?.UniqueItems == true))
                {
                    column.Facts.Equality.Say(Equality.Unordered, Source.Convention);
                }
            }
        }
    }

    /// <summary>Whether the session's clock fills the column.</summary>
    public static bool IsClock(ColumnPlan column) => column.Semantic is "datetime" or "date" or "time" or null
        && column.Type is ColumnType.Datetime or ColumnType.String or ColumnType.Date or ColumnType.Integer or ColumnType.Number
        && Semantics.IsInstant(column.Words)
        && (IsBirth(column) || column.Words.Any(w => w is "created" or "updated" or "modified" or "creation" or "modification" or "changed" or "create"
            or "update" or "edited" or "sent" or "added" or "inserted" or "posted"));

    /// <summary>Whether no row is without the time at which something happened to it, so that it tells when the row was made: <c>booked_at</c>.</summary>
    private static bool IsBirth(ColumnPlan column) =>
        column is { Nullable: false, Type: ColumnType.Datetime or ColumnType.Date, Words: [var done, "at" or "on"] }
        && (done.EndsWith("ed", StringComparison.Ordinal)
            || done is "written" or "lent" or "sold" or "bought" or "paid" or "made" or "given" or "taken" or "drawn")
        && done is not ("scheduled" or "expected" or "planned" or "estimated" or "needed" or "required" or "expired");
}
