using AgentScaler.Environments.Schema;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides which columns may be null: what a caller may leave out, and marks of steps not yet taken.</summary>
internal static class Nullability
{
    private static readonly HashSet<string> Steps = new(StringComparer.Ordinal)
    {
        "cancelled", "canceled", "closed", "deleted", "completed", "resolved", "archived", "paid", "shipped", "delivered", "refunded", "approved", "rejected",
            "finished", "ended", "expired", "cancellation", "rejection", "reason", "revoked", "suspended", "merged", "done", "voided", "accepted", "declined",
            "returned", "redeemed",
    };

    public static void Settle(DomainPlan plan)
    {
        foreach (var table in plan.Tables)
        {
            var writers = plan.Sketches.Where(i => i.Table == table && i.Writes).ToList();
            foreach (var column in table.Columns)
            {
                if (column.Type == ColumnType.Any)
                {
                    // Any value includes null.
                    column.Facts.Nullable.Correct(true);
                    continue;
                }

                if (column == table.Key)
                {
                    column.Facts.Nullable.Correct(false);
                    continue;
                }

                if (column.Demanded)
                {
                    column.Facts.Nullable.Say(false, Source.Schema);
                    continue;
                }

                if (writers.Any(w => w.Kind.Form is { Assigns: true, Key: KeyRole.Names }
                    && w.Assignments.Any(a => a.Column == column))
                    || writers.Any(w => w.Kind.Form.Inserts == Insertion.Always
                        && w.Assignments.All(a => a.Column != column || !(a.Parameter.Required || a.Parameter.Node.Default is { IsNull: false }))
                        && Taken(writers, column))
                    || column.Words.Any(Steps.Contains)
                    || column.Node is null && column.Type != ColumnType.Boolean)
                {
                    column.Facts.Nullable.Say(true, Source.Convention);
                }
            }
        }
    }

    private static bool Taken(List<EffectSketch> writers, ColumnPlan column) => writers.Any(w => w.Assignments.Any(a => a.Column == column));
}
