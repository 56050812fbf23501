using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Finds foreign keys by name and path, and takes back those that no order of inserts could satisfy.</summary>
internal static class References
{
    private static readonly HashSet<string> PersonRoles = new(StringComparer.Ordinal)
    {
        "assignee", "owner", "author", "creator", "reporter", "assigned", "member", "manager", "requester", "sender", "recipient", "approver", "reviewer",
            "follower", "participant", "organizer", "uploader", "agent", "created", "updated",
    };

    /// <summary>Key names that many things share.</summary>
    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "id", "uuid", "key", "name", "code", "number", "slug", "title", "type", "email", "username", "date", "status", "symbol", "city", "country", "language",
            "label", "path", "url",
    };

    private static readonly string[] PersonTables = ["user", "person", "member", "employee", "agent", "account", "customer", "contact"];

    public static void Link(DomainPlan plan, IReadOnlyList<ToolReading> readings)
    {
        var bySingular = plan.Tables.GroupBy(t => t.Singular, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var table in plan.Tables)
        {
            foreach (var column in table.Columns.Where(c => c != table.Key || c.Words.Count > 1)
                .Where(c => c.Type is ColumnType.String or ColumnType.Integer && c.Enum is null))
            {
                if (Target(column, table, bySingular) is { } target
                    && target.Key.Type == column.Type
                    && (target != table || IsOfOwnKind(column))
                    && Alike(column.Node, target.Key.Node))
                {
                    column.Facts.References.Say(new ColumnReference(target.Name, target.Key.Name), Source.Convention);
                    column.Semantic = "id";
                    Shape(target.Key, column);
                }
            }
        }

        foreach (var reading in readings.Where(r => r.Parents.Count > 0))
        {
            var (parent, variables) = reading.Parents[^1];
            if (bySingular.TryGetValue(reading.Resource, out var child) && bySingular.TryGetValue(parent, out var owner) && owner != child
                && Keys.Find(reading, variables[^1]) is { } parameter
                    && TableBuilder.ScopeColumn(child, reading, parameter) is { } column
                    && column != child.Key)
            {
                if (column.References is null && column.Type == owner.Key.Type && column.Enum is null)
                {
                    column.Facts.References.Say(new ColumnReference(owner.Name, owner.Key.Name), Source.Schema);
                }

                child.Parent ??= column.References?.Table == owner.Name && !IsAncestor(plan, child, owner) ? owner : null;
            }
        }
    }

    public static void Settle(DomainPlan plan)
    {
        // Rows are made table by table, so references that must not be null may form no circle.
        var done = new HashSet<string>(StringComparer.Ordinal);
        var open = plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        while (open.Count > 0)
        {
            var next = open.FirstOrDefault(t => Strict(t).All(c => done.Contains(c.References!.Table)))
                ?? open.OrderBy(t => Strict(t).Count(c => !done.Contains(c.References!.Table))).First();
            foreach (var column in Strict(next).Where(c => !done.Contains(c.References!.Table)).ToList())
            {
                if (column != next.Key && !column.Demanded)
                {
                    column.Facts.Nullable.Correct(true);
                    column.Filled = false;
                }
                else
                {
                    column.Facts.References.Correct(null);
                    next.Parent = next.Parent is not null && next.Columns.All(c => c.References?.Table != next.Parent.Name) ? null : next.Parent;
                }
            }

            done.Add(next.Name);
            open.Remove(next);
        }
    }

    /// <summary>Whether a column may lead to a row of its own table: a category's parent, an employee's manager.</summary>
    private static bool IsOfOwnKind(ColumnPlan column) => column.Words[0] == "parent" || (column.Words.Count == 2 && PersonRoles.Contains(column.Words[0]));

    /// <summary>An argument of the name of a key tells the form of its values where the rows themselves do not.</summary>
    private static void Shape(ColumnPlan key, ColumnPlan column)
    {
        if (Words.Snake(column.Name) == Words.Snake(key.Name) && key.Sources.TrueForAll(s => s.Pattern is null))
        {
            key.Sources.AddRange(column.Sources.Where(s => s is { Kind: NodeKind.String, Pattern: not null }).Take(1));
        }
    }

    /// <summary>Whether the values of one may stand for those of the other: patterns and formats agree.</summary>
    private static bool Alike(SchemaNode? column, SchemaNode? key) => column is null || key is null
        || ((column.Pattern is null || column.Pattern == key.Pattern)
            && (column.Format is null || column.Format == key.Format)
            && (column.MaxLength ?? int.MaxValue) >= (key.MaxLength ?? 40));

    private static IEnumerable<ColumnPlan> Strict(TablePlan table) => table.Columns.Where(c => c.References is not null && (!c.Nullable || c.Filled));

    private static bool IsAncestor(DomainPlan plan, TablePlan candidate, TablePlan of)
    {
        var at = of;
        for (var hops = 0; at is not null && hops <= plan.Tables.Count; hops++)
        {
            if (at == candidate)
            {
                return true;
            }

            at = at.Parent;
        }

        return false;
    }

    /// <summary>The table whose key has this column's name (flight_number, plate), or table and key together (room_number).</summary>
    private static TablePlan? ByKey(ColumnPlan column, TablePlan table, Dictionary<string, TablePlan> bySingular)
    {
        var name = Words.Snake(column.Name);
        if (column == table.Key || Vague.Contains(name))
        {
            return null;
        }

        var found = bySingular.Values.Where(t => t != table && Words.Snake(t.Key.Name) is var key
            && ((key == name && !Vague.Contains(key)) || $"{t.Singular}_{key}" == name)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static TablePlan? Target(ColumnPlan column, TablePlan table, Dictionary<string, TablePlan> bySingular)
    {
        var words = column.Words;
        if (ByKey(column, table, bySingular) is { } keyed)
        {
            return keyed;
        }

        if (words.Count < 2 || words[^1] is not ("id" or "uuid" or "guid" or "key" or "arn"))
        {
            return null;
        }

        var head = words.Take(words.Count - 1).ToList();
        var name = string.Join('_', head);
        if (bySingular.TryGetValue(name, out var direct))
        {
            return direct;
        }

        if (head.Count > 1 && bySingular.TryGetValue(head[^1], out var last))
        {
            return last;
        }

        if (head[0] is "parent" && head.Count == 1)
        {
            return table;
        }

        return PersonRoles.Contains(head[0]) ? PersonTables.Where(bySingular.ContainsKey).Select(t => bySingular[t]).FirstOrDefault() : null;
    }
}
