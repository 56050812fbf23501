using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>People and organizations sign up once: what they are addressed by is theirs alone.</summary>
internal static class Uniqueness
{
    private static readonly HashSet<string> Accounts = new(StringComparer.Ordinal)
    {
        "user", "customer", "account", "member", "employee", "patient", "student", "contact", "subscriber", "client", "person", "agent", "teacher", "doctor",
            "driver", "vendor", "supplier", "organization", "company", "team", "tenant", "lead",
    };

    public static void Settle(DomainPlan plan)
    {
        foreach (var table in plan.Tables.Where(t => Accounts.Contains(t.Singular.Split('_')[^1])))
        {
            var given = plan.Sketches.Where(i => i.Table == table && i.Kind.Form.Inserts == Insertion.Always).SelectMany(i => i.Assignments)
                .Where(a => a.Parameter.Required).Select(a => a.Column).ToHashSet();
            foreach (var column in table.Columns.Where(c => c != table.Key
                && given.Contains(c)
                && c is { Type: ColumnType.String, Enum: null, References: null }
                && Words.Snake(c.Name) is "email" or "username" or "user_name" or "login" or "email_address"))
            {
                table.Claims.Add(new UniqueClaim([column.Name], new Decided<bool>(true, Source.Convention)));
            }
        }
    }
}
