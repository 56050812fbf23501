using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;

namespace AgentScaler.Materialization.Invariants;

/// <summary>Finds marks that agree with another column: <c>returned</c> with <c>returned_at</c>, <c>visited</c> with <c>visits</c>.</summary>
internal static class Marks
{
    public static IEnumerable<Invariant> Of(TableModel table)
    {
        foreach (var mark in table.Columns.Where(c => c.Type == ColumnType.Boolean))
        {
            var words = mark.Words.Where(w => w is not ("is" or "has" or "was" or "been")).ToList();
            if (words.Count > 0
                && table.Columns.FirstOrDefault(c => c != mark && c.References is null && (Dates(c, words) || Counts(table, c, words))) is { } other)
            {
                yield return new FlagTells(table.Name, mark.Name, other.Name)
                {
                    Basis = new Basis(Source.Convention, "A mark is set where something has happened."),
                };
            }
        }
    }

    /// <summary>Whether a column tells when what the mark says happened.</summary>
    private static bool Dates(ColumnModel column, IReadOnlyList<string> mark) => column is { Nullable: true, Textual: true, Enum: null }
        && column.Words.Count == mark.Count + 1 && column.Words[^1] is "at" or "on" or "date" or "time" or "by" && column.Words.SkipLast(1).SequenceEqual(mark);

    /// <summary>Whether a column tells how often it happened.</summary>
    private static bool Counts(TableModel table, ColumnModel column, IReadOnlyList<string> mark) => mark.Count == 1 && column.Numeric
        && (Roles.Of(table, column) == ColumnRole.Count || column.Type == ColumnType.Integer)
        && Words.Singulars(column.Name).Where(w => w is not ("count" or "number" or "num" or "of" or "total")).ToList() is [var noun]
        && (mark[0] == noun + "ed" || mark[0] == noun + "d");
}
