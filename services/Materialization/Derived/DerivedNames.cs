using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;

namespace AgentScaler.Materialization.Derived;

/// <summary>Reads names that say by themselves which rows they tell about: <c>open_rentals</c>, <c>next_appointment_at</c>, <c>current_rental_id</c>.</summary>
internal static class DerivedNames
{
    public static Derivation? Of(DomainModel model, TableModel table, ColumnModel column, DependentRows rows)
    {
        List<string> words = [.. column.Words];
        return column.Type == ColumnType.Integer && column.References is null && Counted(table, column, rows, words) is { } counted ? counted
            : column.Nullable && column.Type is ColumnType.Date or ColumnType.Datetime && Timed(table, column, rows, words) is { } timed ? timed
            : column.Nullable && column.Type is ColumnType.String or ColumnType.Integer ? Pointed(model, table, column, rows, words)
            : null;
    }

    /// <summary><c>active_enrolments</c>, <c>open_ticket_count</c>: rows in a state. A name without a state is kept by what adds to it.</summary>
    private static Derivation? Counted(TableModel table, ColumnModel column, DependentRows rows, List<string> words)
    {
        var plain = words.Where(w => w is not ("count" or "number" or "num" or "of" or "total" or "no")).ToList();
        return plain.Count > 1 && rows.Find(string.Join(' ', plain)) is { IsLimited: true } found
            ? DerivedColumns.Derived(table, column, DerivedFigure.Count, found, "") is { } derivation ? derivation with { Basis = Basis(column) } : null
            : plain is [var done] && Taking(table, column, rows, done) is { } taken ? taken with { Basis = Basis(column) }
            : null;
    }

    /// <summary><c>enrolled</c> counts the enrolments that have not ended, as long as none of them takes more than one.</summary>
    private static Derivation? Taking(TableModel table, ColumnModel column, DependentRows rows, string done)
    {
        if (!done.EndsWith("ed", StringComparison.Ordinal) || done.Length < 7)
        {
            return null;
        }

        var stem = done[..Math.Min(6, done.Length - 2)].TrimEnd('l', 't');
        return rows.Nouns.FirstOrDefault(n => n.StartsWith(stem, StringComparison.Ordinal) && n != done) is { } noun
            && rows.Find($"open {noun}") is { } found && Roles.Quantity(found.Table, column) is null
            && found.Table.Columns.All(c => Roles.Of(found.Table, c) != ColumnRole.Quantity)
            ? DerivedColumns.Derived(table, column, DerivedFigure.Count, found, "")
            : null;
    }

    /// <summary><c>next_visit_at</c> is the earliest visit to come, <c>last_order_date</c> the latest order.</summary>
    private static Derivation? Timed(TableModel table, ColumnModel column, DependentRows rows, List<string> words)
    {
        if (words is not [var side and ("next" or "upcoming" or "last" or "latest" or "first"), .. var rest] || rest.Count == 0)
        {
            return null;
        }

        List<string> noun = [.. rest.Where(w => w is not ("at" or "on" or "date" or "time" or "start" or "starts" or "day"))];
        var next = side is "next" or "upcoming";
        if (noun.Count == 0 || rows.Find(string.Join(' ', noun) + (next ? " to come" : "")) is not { } found)
        {
            return null;
        }

        // What has been called off is neither next nor last.
        found = found.Rows.Column is null && next && Roles.Status(found.Table) is not null && rows.Find($"open {string.Join(' ', noun)} to come") is { } open ? open : found;
        return DerivedColumns.Derived(table, column, side is "last" or "latest" ? DerivedFigure.Most : DerivedFigure.Least, found, "") is { } derivation
            ? derivation with { Basis = Basis(column) }
            : null;
    }

    /// <summary><c>current_rental_id</c> is the key of the rental that is open.</summary>
    private static Derivation? Pointed(DomainModel model, TableModel table, ColumnModel column, DependentRows rows, List<string> words) =>
        words is ["current" or "active" or "open", .. var noun, "id" or "number" or "code" or "reference"] && noun.Count > 0
            && rows.Find($"open {string.Join(' ', noun)}") is { IsLimited: true } found && found.Table.Key.Type == column.Type
            && (column.References is null || model.Table(column.References.Table) == found.Table)
            ? new Derivation(table.Name, column.Name, DerivedFigure.Most, found.Rows) { Of = found.Table.Key.Name, Basis = Basis(column) }
            : null;

    private static Basis Basis(ColumnModel column) => new(Source.Convention, $"The {Words.Phrase(column.Name)} follows from the rows that it is called by.");
}
