using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs;

/// <summary>Checks a schema: names, primary keys, references and unique sets.</summary>
public static class SchemaChecker
{
    public static IReadOnlyList<ProgramDiagnostic> Check(DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var findings = new List<ProgramDiagnostic>();
        void Add(string place, string message) => findings.Add(new ProgramDiagnostic("", place, message));

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in schema.Tables)
        {
            var place = $"/tables/{table.Name}";
            if (table.Name.Length == 0 || table.Name == "_session" || !names.Add(table.Name))
            {
                Add(place, "Names of tables are unique and not empty, and _session is reserved.");
            }

            var columns = table.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
            if (columns.Count != table.Columns.Count)
            {
                Add(place, "Names of columns are unique in their table.");
            }

            if (table.PrimaryKey.Count == 0)
            {
                Add(place + "/primary_key", "A table has a primary key of at least one column.");
            }

            foreach (var column in table.PrimaryKey.Concat(table.Unique.SelectMany(u => u)).Where(c => !columns.Contains(c)))
            {
                Add(place, $"The key column {column} is no column of the table.");
            }

            foreach (var column in table.Columns)
            {
                if (column.References is { } reference && schema.Table(reference.Table)?.Column(reference.Column) is null)
                {
                    Add($"{place}/columns/{column.Name}", $"The reference {reference.Table}.{reference.Column} leads to no column.");
                }
            }
        }

        return findings;
    }
}
