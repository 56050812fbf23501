using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>A sketch with its tables finished: what a kind makes its effect of.</summary>
internal sealed class EffectDraft(EffectSketch sketch, FinishedTables tables)
{
    private const string Account = "account";

    private ColumnBinding? _key;

    public EffectSketch Sketch => sketch;

    public ToolReading Reading => sketch.Reading;

    public FinishedTables Tables => tables;

    public Basis Basis => new(sketch.Told.Source, Reading.Evidence.LastOrDefault() ?? "");

    public TableModel Table { get; } = sketch.Table is { } table ? tables.Of(table) : null!;

    public ColumnBinding? Key => _key ??= sketch.Key is { } key ? Bound(key) : null;

    public IReadOnlyList<ColumnBinding> Scope => field ??= [.. sketch.Scope.Select(Bound)];

    public IReadOnlyList<ColumnBinding> Filters => field ??= [.. sketch.Filters.Select(Bound)];

    public IReadOnlyList<ColumnBinding> Assignments => field ??= [.. sketch.Assignments.Select(Bound)];

    public ColumnModel Changed => tables.Of(sketch.Changed!);

    public IReadOnlyList<TextSearch> Searches => field ??=
        [.. Reading.Parameters.Where(p => p.Role == ParameterRole.Search && p.Node.Kind is NodeKind.String or NodeKind.Any)
            .Select(p => Searching.Of(p, Table))];

    /// <summary>How the call names the one row that it is about.</summary>
    public RowAddress Row =>
        field ??= new RowAddress(RowAddress.Main, Table, Key, Scope, Key is null ? Filters : []) { Searches = Key is null ? Searches : [] };

    /// <summary>How the call names the rows that it is about.</summary>
    public RowAddress Rows => field ??= new RowAddress(RowAddress.Main, Table, null, Scope, Filters) { All = true, Searches = Searches };

    public RowExists Found => new(Row) { Basis = new Basis(Source.Schema, $"The tool works on one {Words.Phrase(Table.Singular)}.") };

    /// <summary>The rows that path parents name exist.</summary>
    public IEnumerable<Precondition> Parents => References(Scope).Where(r => r.Checked);

    /// <summary>The rows that arguments refer to exist.</summary>
    public IEnumerable<Precondition> Referred => References(Assignments).Where(r => r.Checked);

    /// <summary>The status that the documentation demands of a row that is changed or deleted.</summary>
    public IEnumerable<Precondition> Stated => sketch.Requires is { } required
        ? [new StatusIn(Row, tables.Of(required.Column), required.Allowed,
            Reading.Verb) { Basis = new Basis(required.Source, required.Source == Source.Text
                ? "The documentation names the statuses in which the tool may be used."
                : "A correction names the statuses in which the tool may be used.") }] : [];

    /// <summary>The column that the call names and changes, or null.</summary>
    public ColumnChoice? Choice => field ??= sketch.Choice is { } choice
        ? new ColumnChoice(choice.Name, choice.Value, [.. choice.Columns.Select(tables.Of)])
        : null;

    /// <summary>What the call sets without being told to what.</summary>
    public IReadOnlyList<ColumnSet> Sets => field ??= [.. sketch.Sets.Select(s => new ColumnSet(tables.Of(s.Column), s.To))];

    /// <summary>The account that the call names, with its password.</summary>
    public IEnumerable<Precondition> Accounts => sketch.Account is { } account
        ? [new RowExists(new RowAddress(Account, tables.Of(account.Table), null, [], [.. account.Columns.Select(Bound)]))]
        : [];

    /// <summary>The call names a column that there is, and gives its value.</summary>
    public IEnumerable<Precondition> Chosen => Choice is { } choice ? [new NamesColumn(choice), new AllGiven([choice.Value])] : [];

    /// <summary>
    /// What a row cannot be without is given. A tool that calls every argument optional does not say what it needs; the rows of a user's own table,
    /// which hold a value without exception, do.
    /// </summary>
    public IEnumerable<Precondition> Demanded => sketch.Table is { HasRows: true } && Reading.Parameters.Count > 1 && Reading.Parameters.All(p => !p.Required)
        && sketch.Assignments.Where(a => a.Parameter.Container is null && a.Column.Cells is { Count: > 1 } cells && cells.All(c => !c.IsNull && c != ""))
            .Select(a => a.Parameter).ToList() is { Count: > 0 } needed
        ? [new AllGiven(needed)]
        : [];

    /// <summary>What the database itself demands of the values that are written.</summary>
    /// <param name="self">The row that is changed; null where one is made.</param>
    public IEnumerable<Precondition> Constraints(RowAddress? self)
    {
        IReadOnlyList<ColumnBinding> written = [.. Assignments, .. self is null ? Scope : [], .. Key is { } own ? [own] : Array.Empty<ColumnBinding>()];
        IReadOnlyList<ColumnBinding> given = [.. Assignments, .. Scope, .. Key is { } key ? [key] : Array.Empty<ColumnBinding>()];
        foreach (var reference in References([.. Scope, .. Assignments]).Where(r => !r.Checked))
        {
            yield return reference;
        }

        yield return new FitsColumns(given);
        foreach (var set in Table.Unique.Append([Table.Key.Name]))
        {
            var bindings = set.Select(c => written.FirstOrDefault(b => b.Column.Table == Table.Name && b.Column.Name == c && (self is null || b != self.Key)))
                .OfType<ColumnBinding>().ToList();
            if (bindings.Count == set.Count)
            {
                yield return new IsUnique(Table, bindings, self);
            }
        }
    }

    public static bool Direct(ColumnModel column, ToolParameter parameter) =>
        (column.Textual && parameter.Node.Kind == NodeKind.String) || (column.Numeric && parameter.Node.Kind is NodeKind.Integer or NodeKind.Number);

    public ColumnBinding Bound(SketchBinding binding) => new(tables.Of(binding.Column), binding.Parameter);

    public IEnumerable<ReferenceExists> References(IEnumerable<ColumnBinding> bindings)
    {
        foreach (var binding in bindings.Where(b => b.Column.References is not null))
        {
            if (tables.Named(binding.Column.References!.Table) is { } parent)
            {
                yield return new ReferenceExists(binding, parent, Direct(parent.Key, binding.Parameter))
                {
                    Basis = new Basis(Source.Convention, $"{binding.Parameter.Name} names a {Words.Phrase(parent.Singular)}."),
                };
            }
        }
    }

    /// <summary>The clocks that a change of a row sets, unless the caller gives them.</summary>
    public IEnumerable<StampClock> Stamps()
    {
        foreach (var column in Table.Columns.Where(c => c.Stamped && !EnteringInMap.IsAll(this)))
        {
            var parameter = Assignments.FirstOrDefault(a => a.Column == column)?.Parameter;
            if (parameter is null || !(IsAlwaysGiven(column, parameter) || (column.Nullable && parameter.Node.Nullable)))
            {
                yield return new StampClock(Table, column, parameter);
            }
        }
    }

    /// <summary>Whether a call always gives the column a value of its own type.</summary>
    public static bool IsAlwaysGiven(ColumnModel column, ToolParameter parameter) =>
        parameter is { Required: true, Container: null, Node.Nullable: false } && ColumnTypes.Of(parameter.Node) == column.Type;
}
