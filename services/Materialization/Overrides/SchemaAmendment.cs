using System.Text.Json;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Overrides;

/// <summary>
/// Tables and columns that a correction adds to the inferred schema, or says more precisely, in the form of <c>schema.json</c>.
/// What it does not name stays as it was inferred: tools may need it.
/// </summary>
internal sealed class SchemaAmendment
{
    private const int MaxTables = 200;
    private const int MaxColumns = 200;
    private static readonly string[] TableMembers = ["name", "primary_key", "columns", "unique"];
    private static readonly string[] ColumnMembers =
        ["name", "type", "semantic", "nullable", "enum", "references", "equality", "origin", "life_cycle", "format"];
    private readonly List<TableEntry> _tables = [];
    private readonly Source _source;

    private SchemaAmendment(Source source) => _source = source;

    /// <param name="source">Who corrects: the user, or a language model.</param>
    /// <exception cref="OverridesException">The value is no schema.</exception>
    public static SchemaAmendment? Read(Value schema, string place, Source source)
    {
        if (schema.IsNull)
        {
            return null;
        }

        OverrideText.Members(schema, place, ["tables"]);
        var amendment = new SchemaAmendment(source);
        var tables = OverrideText.Items(schema["tables"], $"{place}/tables", MaxTables);
        for (var i = 0; i < tables.Count; i++)
        {
            amendment._tables.Add(ReadTable(tables[i], $"{place}/tables/{i}"));
        }

        return amendment;
    }

    /// <summary>Whether it speaks of a table.</summary>
    public bool Names(string table) => _tables.Exists(t => t.Name == table);

    /// <summary>Adds tables and columns, before tools are bound to them.</summary>
    /// <exception cref="OverridesException">A type contradicts what the tools say.</exception>
    public void Begin(DomainPlan plan)
    {
        foreach (var entry in _tables)
        {
            var table = plan.Table(entry.Name);
            if (table is null)
            {
                table = new TablePlan { Name = entry.Name, Singular = Words.ResourceKey(Words.Split(entry.Name)) };
                plan.Tables.Add(table);
            }

            foreach (var column in entry.Columns)
            {
                Put(table, column, isKey: column.Name == entry.Key);
            }

            if (table.Key is null)
            {
                table.Key = entry.Key is { } key
                    ? table.Column(key) ?? throw new OverridesException($"{entry.Place}/primary_key", $"The key {key} is no column of the table.")
                    : throw new OverridesException($"{entry.Place}/primary_key", "A new table names its key, an array of one column.");
                table.Key.Facts.Nullable.Correct(false);
                (table.Key.Demanded, table.KeySource) = (true, _source);
            }
            else if (entry.Key is { } given && given != table.Key.Name)
            {
                throw new OverridesException($"{entry.Place}/primary_key",
                    $"The key of {table.Name} is {table.Key.Name}; to change it, write {{\"keys\":{{\"{table.Name}\":\"{given}\"}}}}.");
            }
        }
    }

    /// <summary>Speaks of enumerations, references, nulls and equality when all tables are known.</summary>
    /// <exception cref="OverridesException">A reference leads nowhere.</exception>
    public void Finish(DomainPlan plan)
    {
        foreach (var entry in _tables)
        {
            var table = plan.Table(entry.Name)!;
            foreach (var given in entry.Columns)
            {
                var column = table.Column(given.Name)!;
                State(column.Facts, given, column == table.Key);
                if (given.IsFree)
                {
                    column.Facts.References.Say(null, _source);
                }

                if (given.References is { } reference)
                {
                    column.Facts.References.Say(
                        plan.Table(reference.Table)?.Column(reference.Column) is not null
                            ? reference
                            : throw new OverridesException($"{given.Place}/references", $"{reference.Table}.{reference.Column} is no column of this database."),
                        _source);
                }
            }
        }
    }

    /// <summary>Says what the correction says of a column, beside its type and what it refers to.</summary>
    private void State(ColumnFacts facts, ColumnEntry given, bool isKey)
    {
        if (given.Enum is { } values)
        {
            facts.Enum.Say(values, _source);
        }

        if (given.Nullable is { } nullable && !isKey)
        {
            facts.Nullable.Say(nullable, _source);
        }

        if (given.Equality is { } equality)
        {
            facts.Equality.Say(equality, _source);
        }
    }

    private void Put(TablePlan table, ColumnEntry given, bool isKey)
    {
        if (table.Column(given.Name) is { } known)
        {
            if (known.Type == ColumnType.Any && given.Type is { } said)
            {
                known.Facts.Type.Say(said, _source);
            }

            known.Semantic = given.Semantic ?? known.Semantic;
            if (given.IsFree)
            {
                known.Facts.References.Say(null, _source);
            }

            if (given.Type is { } type && known.Type != type)
            {
                throw new OverridesException($"{given.Place}/type",
                    $"{table.Name}.{given.Name} is {Word(known.Type)} by what its tools show and take; it cannot become {Word(type)}.");
            }

            return;
        }

        var made = given.Type ?? throw new OverridesException($"{given.Place}/type", "A new column has a type.");
        var column = new ColumnPlan { Name = given.Name, Facts = new ColumnFacts(made, _source), Semantic = given.Semantic };
        column.Facts.Nullable.Say(true, Source.Convention);
        State(column.Facts, given, isKey);
        column.Origins.Add("added by a correction of the schema");
        table.Columns.Add(column);
    }

    private static TableEntry ReadTable(Value table, string place)
    {
        OverrideText.Members(table, place, TableMembers);
        var name = OverrideText.Name(table["name"], $"{place}/name");
        var keys = OverrideText.Texts(table["primary_key"], $"{place}/primary_key");
        if (keys is { Count: not 1 })
        {
            throw new OverridesException($"{place}/primary_key", "A table has a key of exactly one column.");
        }

        var columns = OverrideText.Items(table["columns"], $"{place}/columns", MaxColumns);
        return new TableEntry(place, name, keys?[0], [.. columns.Select((c, i) => ReadColumn(c, $"{place}/columns/{i}"))]);
    }

    private static ColumnEntry ReadColumn(Value column, string place)
    {
        OverrideText.Members(column, place, ColumnMembers);
        var type = OverrideText.Word<ColumnType>(column["type"], $"{place}/type");
        var values = column["enum"].IsNull ? null : OverrideText.Items(column["enum"], $"{place}/enum", 500).ToList();
        var reference = column["references"];
        var free = reference is { IsBoolean: true, IsTrue: false };
        if (!reference.IsNull && !free)
        {
            OverrideText.Members(reference, $"{place}/references", ["table", "column"]);
        }

        return new ColumnEntry(
            place,
            OverrideText.Name(column["name"], $"{place}/name"),
            type,
            OverrideText.Text(column["semantic"], $"{place}/semantic"),
            OverrideText.Flag(column["nullable"], $"{place}/nullable"),
            values is { Count: > 0 } ? values : null,
            reference.IsNull || free ? null : new ColumnReference(OverrideText.Name(reference["table"], $"{place}/references/table"),
                OverrideText.Name(reference["column"], $"{place}/references/column")),
            OverrideText.Word<Equality>(column["equality"], $"{place}/equality"))
        {
            IsFree = free,
        };
    }

    private static string Word(ColumnType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());

    private sealed record TableEntry(string Place, string Name, string? Key, IReadOnlyList<ColumnEntry> Columns);

    private sealed record ColumnEntry(
        string Place, string Name, ColumnType? Type, string? Semantic, bool? Nullable, List<Value>? Enum, ColumnReference? References, Equality? Equality)
    {
        /// <summary>Whether the column refers to nothing, whatever it is called.</summary>
        public bool IsFree { get; init; }
    }
}
