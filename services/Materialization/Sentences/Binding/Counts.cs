using System.Globalization;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Counts the rows that hang on a row against a limit: a number, a column of the owner, what another row demands.</summary>
internal static class Counts
{
    private static readonly HashSet<string> Limits = new(StringComparer.Ordinal) { "limit", "max", "maximum", "quota", "allowance", "cap", "capacity" };

    /// <summary>At most so many rows of an owner; rows that have ended do not count.</summary>
    public static Compares? Of(EffectDraft draft, Reach reach, AtMost meaning)
    {
        var counted = Nouns.Table(draft.Tables.All, meaning.Items) ?? (reach.Makes ? draft.Table : null);
        if (counted is null)
        {
            return null;
        }

        var owners = reach.Named(meaning.Owner).Where(r => !(r.IsMain && reach.Makes))
            .SelectMany(row => counted.Columns.Where(c => c.References?.Table == row.Table.Name).Select(c => new ChildRows(counted, c, row))).ToList();
        if (meaning.Count is { } count)
        {
            return owners.Count == 0 ? null : Fewer(owners[0], new ConstantTerm(Value.From(count)), meaning.Items);
        }

        foreach (var rows in owners)
        {
            if (Limit(rows.Of.Table, meaning.Limit) is { } limit)
            {
                return Fewer(rows, new CellTerm(rows.Of, limit), meaning.Items);
            }
        }

        return null;
    }

    /// <summary>At least as many rows as a number or a column says: "needs three teams", "fewer players than the team size".</summary>
    public static Compares? Of(EffectDraft draft, Reach reach, Enough meaning)
    {
        if (!meaning.Demanded || meaning.Need.Length == 0 || Nouns.Table(draft.Tables.All, meaning.Have) is not { } counted)
        {
            return !meaning.Demanded && meaning.Need.Length == 0 && reach.Find(meaning.Have, c => c.Numeric) is { } left
                ? new Compares(new CellTerm(left.Row, left.Column), Comparison.Less, new ConstantTerm(Value.From(1))) : null;
        }

        var rows = reach.Rows.Where(r => !(r.IsMain && reach.Makes))
            .SelectMany(row => counted.Columns.Where(c => c.References?.Table == row.Table.Name).Select(c => new ChildRows(counted, c, row))).FirstOrDefault();
        Term? need = double.TryParse(meaning.Need, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? new ConstantTerm(Value.From(figure))
            : reach.Find(meaning.Need, c => c.Numeric && c.Semantic != "money") is { } cell ? new CellTerm(cell.Row, cell.Column) : null;
        return rows is null || need is null ? null : new Compares(new CountTerm(Those(rows, meaning.Have)), Comparison.AtLeast, need);
    }

    /// <summary>"The whole may not exceed 28 days", "the balance may not go over 20000": what stands and what the call adds to it.</summary>
    public static Compares? Whole(EffectDraft draft, Reach reach, IsFit meaning)
    {
        if (meaning is not { Demanded: true, Bound: "bounded", Most: { } most } || !reach.HasRow
            || Nouns.Parameter(draft.Reading.Parameters, meaning.Argument) is { InPath: false } named
            && meaning.Argument.Split(' ')[0] != "whole" && named.Name.Length > 0)
        {
            return null;
        }

        var phrase = meaning.Argument.StartsWith("whole ", StringComparison.Ordinal) ? meaning.Argument[6..] : meaning.Argument;
        var column = Nouns.Column(draft.Table, phrase, c => c.Numeric && c != draft.Table.Key && c.References is null);
        var added = draft.Reading.Parameters.Where(p =>
            p is { InPath: false, Role: ParameterRole.Field, Required: true, Node.Kind: NodeKind.Integer or NodeKind.Number }).ToList();
        return column is null || added is not [var only] || only.Name == column.Name ? null
            : new Compares(new SumOfTerm(new CellTerm(draft.Row, column), new ArgumentTerm(only)), Comparison.AtMost, new ConstantTerm(Value.From(most)));
    }

    private static Compares Fewer(ChildRows rows, Term most, string items) => new(new CountTerm(Those(rows, items)), Comparison.Less, most);

    /// <summary>The rows in the state that a phrase names; else those that have not ended.</summary>
    private static ChildRows Those(ChildRows rows, string items) => Roles.Status(rows.Table) is { } status
        && items.Split(' ').SelectMany(w => Nouns.States(status, w)).Distinct().ToList() is { Count: > 0 } among
            ? rows with { Column = status, Among = among } : Roles.Open(rows);

    private static ColumnModel? Limit(TableModel table, string phrase) => Nouns.Column(table, phrase, c => c.Numeric && c.References is null
        && c.Words.Any(Limits.Contains))
        ?? (table.Columns.Where(c => c.Numeric && c.References is null && c.Words.Any(Limits.Contains)
        && !c.Words.Contains("credit")).ToList() is [var only] ? only : null);
}
