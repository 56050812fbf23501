using System.Globalization;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Language.Values;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.States.Shaping;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.States;

/// <summary>
/// Fills the tables of a domain with plausible rows: references hold, every enumeration value appears, dates are in
/// order, a person's e-mail fits the name. The same seed gives the same bytes.
/// </summary>
internal sealed class StateGenerator(DomainModel plan, MaterializationOptions options, long seed, string domain)
{
    private const int MaxNames = 24;

    private readonly ColumnDemands _demands = new(plan);
    private readonly ColumnDocuments _documents = new(plan);
    private readonly IReadOnlySet<ColumnModel> _ruled = RuledColumns.Of(plan);
    private readonly ILookup<(string, string), SetInStatus> _steps =
        plan.Invariants.Concat(plan.Tendencies).OfType<SetInStatus>().ToLookup(s => (s.Table, s.Column));
    private readonly Dictionary<string, List<ObjectValue>> _rows = new(StringComparer.Ordinal);

    /// <summary>The first keys of tables by their names, where the user says them.</summary>
    public IReadOnlyDictionary<string, Said<string>> KeyForms { get; init; } = new Dictionary<string, Said<string>>();

    /// <summary>Takes note of each text that is made: the name of its column or member, the text and its origin.</summary>
    public Action<string, string, ValueOrigin>? Told { get; init; }

    public DatabaseState Generate()
    {
        foreach (var table in InOrder())
        {
            _rows[table.Name] = Fill(table);
        }

        StateShaper.Shape(plan, _rows);
        return DatabaseState.From(_rows.OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => KeyValuePair.Create(r.Key, (IReadOnlyList<ObjectValue>)r.Value)));
    }

    private IEnumerable<TableModel> InOrder()
    {
        var open = plan.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            var next = open.FirstOrDefault(t => t.Columns.All(c => c.References is null || done.Contains(c.References.Table) || c.References.Table == t.Name))
                ?? open.FirstOrDefault(t =>
                    t.Columns.All(c => c.References is null || Omits(c) || done.Contains(c.References.Table) || c.References.Table == t.Name))
                ?? open[0];
            open.Remove(next);
            done.Add(next.Name);
            yield return next;
        }
    }

    private List<ObjectValue> Fill(TableModel table)
    {
        var random = new DeterministicRandom(seed, domain, table.Name);
        var forge = new ValueForge(random, Told);
        var keys = new KeyMaker(table, plan, _demands, random, (KeyForms.GetValueOrDefault(table.Name) ?? KeyForms.GetValueOrDefault(table.Singular))?.Value);
        var wanted = table.FixedRows ?? Math.Max(2, table.Parent is null ? options.RowsPerTable : options.RowsPerTable * 3 / 2);
        var most = plan.Tools.Where(i => i.Table == table && i.Effect is ListEffect && i.Result.Kind == ResultKind.Collection)
            .Min(i => i.Result.Place.MaxItems);
        wanted = Math.Min(wanted, Math.Max(1, most ?? wanted));
        var rows = new List<ObjectValue>();
        var taken = table.Unique.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var offsets = table.Columns.ToDictionary(c => c, _ => random.Below(97));
        for (var i = 0; i < wanted; i++)
        {
            if (keys.Next(i) is not { } key || Row(table, i, key, forge, offsets, rows) is not { } row)
            {
                break;
            }

            row = Labelled(table, row, labels, forge, i);
            row = Named(table, RowHarmony.Settle(table, row, random).With(table.Key.Name, row[table.Key.Name]));
            if (Distinct(table, row, taken, i) is { } distinct)
            {
                rows.Add(distinct);
            }
        }

        return rows;
    }

    /// <summary>The row with the names that the rows have to which it refers.</summary>
    private ObjectValue Named(TableModel table, ObjectValue row)
    {
        foreach (var column in table.Columns)
        {
            if (!row[column.Name].IsNull && RepeatedNames.Of(table, column, plan.Table) is var (reference, name)
                && _rows.GetValueOrDefault(reference.References!.Table)?.Find(r => r[reference.References.Column] == row[reference.Name]) is { } other
                && other[name.Name].IsString)
            {
                row = row.With(column.Name, other[name.Name]);
            }
        }

        return row;
    }

    private ObjectValue? Row(TableModel table, int index, Value key, ValueForge forge, Dictionary<ColumnModel, int> offsets, List<ObjectValue> before)
    {
        var names = new string[table.Columns.Count];
        var values = new Value[names.Length];
        var status = table.Status is { Enum.Count: > 0 } column ? column.Enum![(index + offsets[column]) % column.Enum.Count] : Value.Null;
        for (var i = 0; i < names.Length; i++)
        {
            var at = table.Columns[i];
            names[i] = at.Name;
            values[i] = at == table.Key && at.References is null ? key
                : at == table.Status && !status.IsNull ? status
                : at.References is { } reference ? Reference(table, at, reference, index, forge, before)
                : Column(table, at, index, forge, offsets[at], status);
        }

        Part(table, values);

        // A key that is also a reference (one profile a user) takes the referred row's key.
        return values.Where((v, i) => v.IsNull && !table.Columns[i].Nullable && table.Columns[i].Type != ColumnType.Any).Any()
            ? null
            : new ObjectValue(names, values);
    }

    /// <summary>Two references of one row to the same table lead to two rows: money goes from one account to another.</summary>
    private void Part(TableModel table, Value[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (table.Columns[i].References is { } one
                    && table.Columns[j].References is { } other
                    && one == other
                    && !values[i].IsNull
                    && values[i] == values[j]
                    && table.Columns[i] != table.Key && _rows.GetValueOrDefault(one.Table) is { Count: > 1 } targets)
                {
                    var at = targets.FindIndex(t => t[one.Column] == values[i]);
                    values[i] = targets[(at + 1) % targets.Count][one.Column];
                }
            }
        }
    }

    private Value Reference(TableModel table, ColumnModel column, ColumnReference reference, int index, ValueForge forge, List<ObjectValue> before)
    {
        var targets = reference.Table == table.Name ? before : _rows.GetValueOrDefault(reference.Table) ?? [];
        if (targets.Count == 0 || (column == table.Key && index >= Math.Max(1, targets.Count - 2)) || (Omits(column) && index % 5 == 4))
        {
            return column.Nullable || column == table.Key ? Value.Null : Column(table, column, index, forge, 0, Value.Null);
        }

        // The last rows stay free of references, so that they can be deleted.
        var usable = targets.Count > 3 ? targets.Count - 2 : Math.Max(1, targets.Count - 1);
        if (column == table.Key)
        {
            return targets[index][reference.Column];
        }

        // Some have many, most have one or two, the last few none: nobody's orders are spread evenly.
        return targets[index < usable * 4 / 5 ? index : forge.Random.Below(forge.Random.Chance(0.6) ? Math.Max(1, usable / 3) : usable)][reference.Column];
    }

    private Value Column(TableModel table, ColumnModel column, int index, ValueForge forge, int offset, Value status)
    {
        var step = _steps[(table.Name, column.Name)].FirstOrDefault();
        if (step is not null && !step.Among.Contains(status))
        {
            return Value.Null;
        }

        if (Omits(column) && step is not { Always: true } && (StatusWords.NotYet(column, status) || (forge.Random.Chance(0.12) && column.Enum is null)))
        {
            return Value.Null;
        }

        if (index % 2 == 0 && _demands.Assumed(column) is { } assumed && Suits(column, assumed))
        {
            return assumed;
        }

        if (column.Enum is { Count: > 0 } values)
        {
            return values[(index + offset) % values.Count];
        }

        if (column.Type == ColumnType.Boolean)
        {
            return (index + offset) % 3 != 0;
        }

        if (IsTenant(table, column))
        {
            return new ValueForge(new DeterministicRandom(seed, domain, "tenant", Words.Snake(column.Name), (index % 4 == 3 ? 1 : 0).ToString(
                CultureInfo.InvariantCulture))).Make(KeyMaker.Strictest([
                Node(column), .. plan.Tools.SelectMany(i => i.Scope).Where(s => Words.Snake(s.Column.Name) == Words.Snake(column.Name))
                    .Select(s => s.Parameter.Node)]), column.Name, null);
        }

        var made = forge.Make(Node(column), column.Name, table.Singular, stated: _documents.Of(table, column));
        made = Suits(column, made) ? made : Plain(column, forge);
        return _demands.Of(table, column) is { Count: > 0 } asked && !asked.All(a => ColumnDemands.Takes(a, made))
            ? Asked(table, column, asked, index, forge) ?? made
            : made;
    }

    /// <summary>A value that callers can ask for, of every caller if there is one, else of each in turn. Null if the column takes none.</summary>
    private static Value? Asked(TableModel table, ColumnModel column, IReadOnlyList<SchemaNode> asked, int index, ValueForge forge)
    {
        var made = Enumerable.Range(0, asked.Count).Select(i => asked[(index + i) % asked.Count]).Select(a => forge.Make(a, column.Name, table.Singular))
            .Select(v => column.Textual && v.IsNumber ? Value.From(v.ToJson()) : v).Where(v => Suits(column, v)).ToList();
        return made.Count == 0 ? default(Value?) : made.Where(v => asked.All(a => ColumnDemands.Takes(a, v))).Cast<Value?>().FirstOrDefault() ?? made[0];
    }

    /// <summary>A path variable of a thing that the domain does not know (a subscription, an account): few values, shared by all tables.</summary>
    private bool IsTenant(TableModel table, ColumnModel column) =>
        column.References is null && plan.Tools.Any(i => i.Table == table && i.Scope.Any(s => s.Column == column)) && column != table.Key;

    /// <summary>The schema that asks most of a column: what a result leaves open, the parameter that searches for it may tell.</summary>
    private SchemaNode Node(ColumnModel column)
    {
        var given = plan.Tools.SelectMany(i => i.Scope.Concat(i.Filters).Concat(i.Assignments)).Where(b => b.Column == column).Select(b => b.Parameter.Node);
        if (column.Node is not { } own)
        {
            return given.FirstOrDefault() ?? SchemaNodes.Of(column.Type);
        }

        return AskedNodes.Stricter(column, own, given.ToList(),
            [.. plan.Tools.SelectMany(i => i.Assignments).Where(b => b.Column == column).Select(b => b.Parameter.Node)]);
    }

    /// <summary>Whether some of the first rows do without the column.</summary>
    private bool Omits(ColumnModel column) => column is { Nullable: true, Filled: false } && !_ruled.Contains(column);

    /// <summary>Gives a row a name that no other has, so that a person can tell them apart.</summary>
    private ObjectValue Labelled(TableModel table, ObjectValue row, HashSet<string> labels, ValueForge forge, int index)
    {
        if (table.Label is not { Enum: null } label
            || !row[label.Name].IsString
            || labels.Add(row[label.Name].AsString)
            || label.Node is { Pattern: not null } or { MaxLength: < 24 })
        {
            return row;
        }

        for (var attempt = 0; attempt < MaxNames; attempt++)
        {
            if (forge.Make(Node(label), label.Name, table.Singular, stated: _documents.Of(table, label)) is { IsString: true } other
                && labels.Add(other.AsString))
            {
                return row.With(label.Name, other);
            }
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{row[label.Name].AsString} {index + 1}");
        labels.Add(name);
        return row.With(label.Name, name);
    }

    /// <summary>The row with values that no earlier one has where no two may agree; null where only references tell them apart.</summary>
    private static ObjectValue? Distinct(TableModel table, ObjectValue row, List<HashSet<string>> taken, int index)
    {
        for (var i = 0; i < taken.Count; i++)
        {
            var set = table.Unique[i];
            if (set.Any(c => row[c].IsNull) || taken[i].Add(Together(row, set)))
            {
                continue;
            }

            var free = set.FirstOrDefault(c => row[c].IsString && table.Column(c) is { References: null, Enum: null, Type: ColumnType.String });
            if (free is null)
            {
                return null;
            }

            var text = row[free].AsString;
            var at = text.IndexOf('@', StringComparison.Ordinal);
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            row = row.With(free, at < 0 ? text + number : text.Insert(at, number));
            taken[i].Add(Together(row, set));
        }

        return row;
    }

    private static string Together(ObjectValue row, IReadOnlyList<string> columns) => string.Join('\u001f', columns.Select(c => row[c].ToJson()));

    private static bool Suits(ColumnModel column, Value value) => column.Type switch
    {
        ColumnType.String => value.IsString,
        ColumnType.Date => value.IsString && DateOnly.TryParseExact(value.AsString, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ColumnType.Datetime => value.IsString && value.AsString.Length == 20 && value.AsString[^1] == 'Z',
        ColumnType.Integer => value.IsInteger,
        ColumnType.Number => value.IsNumber,
        ColumnType.Boolean => value.IsBoolean,
        ColumnType.Array => value.IsArray,
        ColumnType.Object => value.IsObject,
        _ => true,
    };

    private static Value Plain(ColumnModel column, ValueForge forge) => forge.Make(SchemaNodes.Of(column.Type), column.Name, null);
}
