using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>Finds the rows, columns and parameters that a stated rule names, in a draft whose tables are finished.</summary>
internal sealed class RulePlaces(EffectDraft draft)
{
    public EffectDraft Draft => draft;

    /// <summary>A parameter of the tool.</summary>
    public ToolParameter Parameter(string name, string place) => draft.Reading.Parameters.FirstOrDefault(p => p.Name == name)
        ?? throw new OverridesException(place,
            $"{draft.Sketch.Name} has no parameter \"{name}\"; it has {Listed(draft.Reading.Parameters.Select(p => p.Name))}.");

    /// <summary>A column: of the row that the tool is about, or after a dot of a row that a parameter or a column of it names.</summary>
    public (RowAddress Row, ColumnModel Column) Cell(string path, string place)
    {
        var dot = path.LastIndexOf('.');
        var row = dot < 0 ? Own(place) : Row(path[..dot], place);
        return (row, Column(row.Table, path[(dot + 1)..], place));
    }

    /// <summary>The row that a parameter or a column of the own row names; the own row where nothing is named.</summary>
    public RowAddress Row(string? name, string place)
    {
        if (name is null)
        {
            return Own(place);
        }

        if (Drafts.References(draft).FirstOrDefault(r => r.Binding.Parameter.Name == name || r.Binding.Column.Name == name) is { } given)
        {
            return given.Row;
        }

        if (!Drafts.Makes(draft) && Drafts.Referred(draft).Where(r => r.Column.Name == name).Select(r => r.Row).FirstOrDefault() is { } referred)
        {
            return referred;
        }

        IEnumerable<string> known = Drafts.Makes(draft) ? Drafts.References(draft).Select(r => r.Binding.Parameter.Name)
            : Drafts.References(draft).Select(r => r.Binding.Parameter.Name).Concat(Drafts.Referred(draft).Select(r => r.Column.Name));
        throw new OverridesException(place, $"\"{name}\" names no other row in {draft.Sketch.Name}; {Listed(known)} do.");
    }

    public TableModel Table(string name, string place) => draft.Tables.Named(name)
        ?? throw new OverridesException(place, $"There is no table \"{name}\"; there are {Listed(draft.Tables.All.Select(t => t.Name))}.");

    public ColumnModel Column(TableModel table, string name, string place) => table.Column(name)
        ?? throw new OverridesException(place, $"{table.Name} has no column \"{name}\"; it has {Listed(table.Columns.Select(c => c.Name))}.");

    /// <summary>The rows of a table that refer to a row.</summary>
    /// <param name="value">Names the row as <c>of</c>, and as <c>where</c> the values that a column of the rows may have.</param>
    public ChildRows Children(Value value, string table, string place)
    {
        var (child, of) = (Table(table, place), Row(OverrideText.Text(value["of"], $"{place}/of"), place));
        var refers = child.Columns.FirstOrDefault(c => c.References?.Table == of.Table.Name)
            ?? throw new OverridesException(place, $"No column of {table} refers to {of.Table.Name}.");
        var children = new ChildRows(child, refers, of);
        foreach (var (name, allowed) in OverrideText.Object(value["where"], $"{place}/where"))
        {
            children = children with
            {
                Column = Column(child, name, $"{place}/where/{name}"),
                Among = allowed.IsArray ? allowed.AsArray.ToArray() : [allowed],
            };
        }

        return children;
    }

    private RowAddress Own(string place) => draft.Sketch.Table is null
        ? throw new OverridesException(place, $"{draft.Sketch.Name} is about no row.")
        : draft.Row;

    private static string Listed(IEnumerable<string> names) => names.ToList() is { Count: > 0 } some ? string.Join(", ", some.Distinct()) : "none";
}
