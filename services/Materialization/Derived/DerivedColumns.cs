using System.Globalization;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.Derived;

/// <summary>
/// Finds the columns that nobody gives because they follow from rows that refer to theirs: by what texts say of them, or by names that can mean nothing
/// else. A user's own rows hold what they hold, so nothing is found in them.
/// </summary>
internal sealed class DerivedColumns
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private readonly DomainModel _model;
    private readonly Dictionary<ColumnModel, Derivation> _found = [];

    private DerivedColumns(DomainModel model) => _model = model;

    public static IReadOnlyList<Derivation> Of(DomainModel model)
    {
        var finder = new DerivedColumns(model);
        foreach (var table in model.Tables.Where(t => t.Form is null && t.FixedRows is null))
        {
            finder.Find(table);
        }

        return [.. finder._found.Values];
    }

    private void Find(TableModel table)
    {
        var given = Given(table);
        List<ColumnModel> open = [.. table.Columns.Where(c => c != table.Key && c.Enum is null && !given.Contains(c.Name))];
        var rows = new DependentRows(_model, table);
        foreach (var column in open)
        {
            if ((Told(table, column, rows) ?? DerivedNames.Of(_model, table, column, rows)) is { } derivation)
            {
                _found[column] = derivation;
            }
        }

        foreach (var column in open.Where(c => c.Numeric && !_found.ContainsKey(c)))
        {
            if ((Left(table, column) ?? Remaining(table, column)) is { } derivation)
            {
                _found[column] = derivation;
            }
        }
    }

    /// <summary>The columns that some caller gives a value.</summary>
    private HashSet<string> Given(TableModel table) =>
    [
        .. _model.Tools.Where(t => t.Table == table && t.Writes).SelectMany(t => t.Assignments.Concat(t.Scope)).Select(a => a.Column.Name),
        .. _model.Tools.Select(t => t.Effect).OfType<UpdateEffect>().Where(e => e.Table == table && e.Choice is not null)
        .SelectMany(e => e.Choice!.Columns).Select(c => c.Name),
    ];

    private Derivation? Told(TableModel table, ColumnModel column, DependentRows rows)
    {
        foreach (var (phrase, sentence) in DefinitionTexts.Of(_model, table, column))
        {
            if (DefinitionReader.Read(phrase) is { } definition && Bound(table, column, definition, rows) is { } derivation)
            {
                return derivation with { Basis = new Basis(Source.Text, sentence) };
            }
        }

        return null;
    }

    private static Derivation? Bound(TableModel table, ColumnModel column, Definition definition, DependentRows rows)
    {
        if (rows.Find(definition.Rows) is not { } found || (!definition.Explicit && !found.IsLimited && !found.Ever))
        {
            return null;
        }

        var whole = definition.Whole is { } phrase ? Nouns.Column(table, phrase, c => c.Numeric && c != column) : null;
        var room = definition.Whole is { } number && whole is null ? Spelled(number) : null;
        return (definition.Whole is not null && whole is null && room is null)
            || Derived(table, column, definition.Figure, found, definition.Of) is not { } derivation ? null
            : derivation with { Whole = whole?.Name, Room = room };
    }

    /// <summary>A number in figures or in a word.</summary>
    private static double? Spelled(string text) => double.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : Array.IndexOf(Numbers, text) is var at and >= 0 ? at + 1 : null;

    /// <summary>The derivation of a column where its type can hold the figure.</summary>
    public static Derivation? Derived(TableModel table, ColumnModel column, DerivedFigure figure, DependentPhrase rows, string of)
    {
        var compared = figure is DerivedFigure.Least or DerivedFigure.Most;
        var told = figure == DerivedFigure.Count ? null : Compared(rows, column, of, compared);
        return figure == DerivedFigure.Count ? column.Type == ColumnType.Integer ? Made(null) : null
            : told is null ? null
            : compared ? column.Type == told.Type && column.Nullable ? Made(told) : null
            : column.Numeric && (column.Type == ColumnType.Number || told.Type == ColumnType.Integer) ? Made(told) : null;

        Derivation Made(ColumnModel? value) => new(table.Name, column.Name, figure, rows.Rows) { Of = value?.Name, Time = rows.Time?.Name, Side = rows.Side };
    }

    /// <summary>The column of the rows that is summed or compared: the one that the words name, or the only one that can be meant.</summary>
    private static ColumnModel? Compared(DependentPhrase rows, ColumnModel column, string of, bool compared)
    {
        var table = rows.Table;
        bool Fits(ColumnModel c) => c != table.Key && c.References is null && c.Enum is null && (compared ? c.Type == column.Type : c.Numeric);
        if (of.Length > 0 && !compared)
        {
            return Nouns.Column(table, of, Fits);
        }

        if (compared)
        {
            return Named(table, of, Fits) ?? (rows.Time is { } time && Fits(time) ? time : DependentRows.Timed(table) is { } timed && Fits(timed) ? timed
                : null);
        }

        var money = table.Columns.Where(c => Fits(c) && c.Words[^1] is "amount" or "total" or "charge" or "price" or "cost" or "value").ToList();
        return money.Find(c => c.Words is ["amount"]) ?? (money is [var only] ? only : table.Columns.Where(Fits).ToList() is [var single] ? single : null);
    }

    /// <summary>The time that a word such as "start" or "due date" names.</summary>
    private static ColumnModel? Named(TableModel table, string of, Func<ColumnModel, bool> fits)
    {
        var words = Words.Split(of).Where(w => w is not ("date" or "time" or "day" or "moment" or "is" or "the")).Select(w => w.Length > 4 ? w[..4] : w).ToList();
        return words.Count == 0 ? null : table.Columns.FirstOrDefault(c => fits(c)
            && words.TrueForAll(w => c.Words.Any(o => o.StartsWith(w, StringComparison.Ordinal))));
    }

    /// <summary>What is left of a whole, where a text says that it is the whole less another column that is derived.</summary>
    private Derivation? Left(TableModel table, ColumnModel column)
    {
        foreach (var (phrase, sentence) in DefinitionTexts.Of(_model, table, column))
        {
            if (DefinitionReader.Read(phrase) is { Whole: { } whole } definition
                && Nouns.Column(table, whole, c => c.Numeric && c != column) is { } all && Other(table, column, definition.Rows, sentence) is { } taken)
            {
                return taken with { Column = column.Name, Whole = all.Name, Basis = new Basis(Source.Text, sentence) };
            }
        }

        return null;
    }

    /// <summary>The derivation of the column that words name, or that the same sentence tells of: "that number".</summary>
    private Derivation? Other(TableModel table, ColumnModel column, string words, string sentence)
    {
        var counts = _found.Where(f => f.Key.Table == table.Name && f.Key != column
            && f.Value is { Figure: DerivedFigure.Count or DerivedFigure.Sum, Whole: null }).ToList();
        return counts.Find(f => words.EndsWith(string.Join(' ', f.Key.Words), StringComparison.Ordinal)).Value
            ?? (words is "that number" or "that" or "it" or "them" or "those" or "this number" or "these" ? counts.Find(f => f.Value.Basis.Sentence == sentence).Value : null);
    }

    /// <summary>What is left of the room that there is, where what is taken of it is derived.</summary>
    private Derivation? Remaining(TableModel table, ColumnModel column)
    {
        if (Roles.Of(table, column) != ColumnRole.Stock || Only(table, ColumnRole.Stock) != column || Only(table, ColumnRole.Capacity) is not { } capacity
            || Only(table, ColumnRole.Taken) is not { } taken || !_found.TryGetValue(taken, out var derivation) || derivation.Whole is not null)
        {
            return null;
        }

        return derivation with
        {
            Column = column.Name,
            Whole = capacity.Name,
            Basis = new Basis(Source.Convention, "What is left and what is taken are all that there is."),
        };
    }

    private static ColumnModel? Only(TableModel table, ColumnRole role) =>
        table.Columns.Where(c => c.Numeric && Roles.Of(table, c) == role).Take(2).ToList() is [var only] ? only : null;
}
