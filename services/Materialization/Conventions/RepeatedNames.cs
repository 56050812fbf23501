using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Conventions;

/// <summary>Columns that repeat what a row that is referred to is called: <c>customer_name</c> beside <c>customer_id</c>.</summary>
internal static class RepeatedNames
{
    /// <summary>The reference by which the name comes, and the column that holds it there; null where the column is the row's own.</summary>
    public static (ColumnModel Reference, ColumnModel Name)? Of(TableModel table, ColumnModel column, Func<string, TableModel?> find)
    {
        if (column is not { Type: ColumnType.String, Enum: null, References: null } || column == table.Key || column.Words is not [.., "name" or "title"] words
            || words.Count < 2)
        {
            return null;
        }

        List<string> role = [.. words.SkipLast(1)];
        var references = table.Columns.Where(c => c.References is not null && Leads(table, c, role)).ToList();
        return references is [{ References: { } reference } only] && find(reference.Table) is { } other && other != table
            && other.Columns.FirstOrDefault(c => c is { Type: ColumnType.String, Enum: null } && c.Words is [var word] && word == words[^1]) is { } name
            ? (only, name) : null;
    }

    /// <summary>Whether a reference plays the role: by its own words, or as the only one to a table of these words.</summary>
    private static bool Leads(TableModel table, ColumnModel reference, List<string> role) =>
        reference.Words.Where(w => w is not ("id" or "code" or "key" or "number")).SequenceEqual(role)
        || (Words.Singular(reference.References!.Table) == string.Join('_', role)
            && table.Columns.Count(c => c.References?.Table == reference.References.Table) == 1);
}
