using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>The rows that the rules of a tool can speak of: its own row, the rows that its arguments name, and those that references lead to.</summary>
internal sealed class Reach
{
    private readonly EffectDraft _draft;

    public Reach(EffectDraft draft)
    {
        _draft = draft;
        Rows = [.. All().DistinctBy(r => r.Role)];
    }

    /// <summary>The nearest first.</summary>
    public IReadOnlyList<RowAddress> Rows { get; }

    /// <summary>Whether the tool's own row is there before the call.</summary>
    public bool HasRow => _draft.Key is not null && _draft.Sketch.Kind.Form.Writes && !Makes;

    /// <summary>Whether the call makes rows.</summary>
    public bool Makes => _draft.Sketch.Kind.Word is "create" or "create_many" or "upsert" or "transfer";

    /// <summary>The row and its column that a phrase means; rows that the phrase names come first.</summary>
    public (RowAddress Row, ColumnModel Column)? Find(string phrase, Func<ColumnModel, bool> fits) =>
        (Nouns.IsFree(phrase) ? Strictly(phrase, c => fits(c) && Nouns.IsFree(Language.Words.Phrase(c.Name))) : null) ?? Strictly(phrase, fits)
            ?? (Nouns.WithoutFree(phrase) is { } bare ? Strictly(bare, fits) : null);

    private (RowAddress Row, ColumnModel Column)? Strictly(string phrase, Func<ColumnModel, bool> fits) =>
        Named(phrase).Select(row => (Row: row, Column: Nouns.Column(row.Table, phrase, c => c != row.Table.Key && fits(c)))).Where(f => f.Column is not null)
            .Select(f => ((RowAddress, ColumnModel)?)(f.Row, f.Column!)).FirstOrDefault();

    /// <summary>The rows, those first whose noun stands in the phrase.</summary>
    public IEnumerable<RowAddress> Named(string phrase)
    {
        var words = Language.Words.Split(phrase).Select(Language.Words.Singular).ToHashSet(StringComparer.Ordinal);
        return Rows.OrderBy(r => words.Contains(r.Table.Singular.Split('_')[^1]) ? 0 : 1);
    }

    private IEnumerable<RowAddress> All()
    {
        if (_draft.Table is not { } table)
        {
            yield break;
        }

        var keyed = HasRow;
        if (keyed)
        {
            yield return _draft.Row;
        }

        var named = new List<RowAddress>();
        foreach (var binding in _draft.Assignments.Concat(_draft.Scope).Where(b => b.Column.References is not null))
        {
            if (_draft.Tables.Named(binding.Column.References!.Table) is { } parent && EffectDraft.Direct(parent.Key, binding.Parameter))
            {
                named.Add(RowAddress.Named(parent, new ColumnBinding(parent.Key, binding.Parameter)));
                yield return named[^1];
            }
        }

        if (keyed)
        {
            foreach (var column in table.Columns.Where(c => c.References is not null))
            {
                if (_draft.Tables.Named(column.References!.Table) is { } other && other != table)
                {
                    yield return _draft.Row.Through(column, other);
                }
            }
        }

        foreach (var row in named)
        {
            foreach (var column in row.Table.Columns.Where(c => c.References is not null && c.References.Table != table.Name
                && c.References.Table != row.Table.Name))
            {
                if (_draft.Tables.Named(column.References!.Table) is { } further && !named.Exists(n => n.Table == further))
                {
                    yield return row.Through(column, further);
                }
            }
        }
    }
}
