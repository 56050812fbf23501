using AgentScaler.Environments.Schema;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Sentences;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The tables of a plan, finished, and which plan each came from.</summary>
internal sealed class FinishedTables
{
    private readonly Dictionary<ColumnPlan, ColumnModel> _columns = [];
    private readonly Dictionary<TablePlan, TableModel> _tables = [];
    private readonly ILookup<TableModel, string> _documents;
    private readonly ILookup<TableModel, Calculates> _workings;

    public FinishedTables(DomainPlan plan)
    {
        foreach (var table in plan.Tables)
        {
            List<ColumnModel> columns = [.. table.Columns.Select(c => _columns[c] = Finish(plan, table, c))];
            _tables[table] = new TableModel(table.Name, table.Singular, _columns[table.Key], columns)
            {
                Unique = [.. table.Unique],
                Apart = table.Apart,
                Parent = table.Parent?.Name,
                Status = table.Status is { } status ? _columns[status] : null,
                FixedRows = table.FixedRows,
                Form = table.Form,
            };
        }

        All = [.. plan.Tables.Select(t => _tables[t])];
        Dump = plan.Dump;
        _documents = plan.Sketches.Where(s => s.Table is not null).ToLookup(s => _tables[s.Table!], s => s.Reading.Tool.Description);
        _workings = plan.Sketches.Where(s => s is { Kind: CreateKind, Table: not null })
            .SelectMany(s => s.Rules.OfType<SentenceRule>().Select(r => r.Meaning).OfType<Calculates>().Select(c => (s.Table, Meaning: c)))
            .ToLookup(c => _tables[c.Table!], c => c.Meaning);
    }

    /// <summary>What the documentation says of how values of new rows of a table are worked out.</summary>
    public IEnumerable<Calculates> Workings(TableModel table) => _workings[table];

    /// <summary>What the documentation says of the tools of a table.</summary>
    public IEnumerable<string> Documents(TableModel table) => _documents[table];

    /// <summary>The user's own database, or null.</summary>
    public DumpAdoption? Dump { get; }

    /// <summary>The tables in the order of the plan.</summary>
    public IReadOnlyList<TableModel> All { get; }

    public TableModel Of(TablePlan table) => _tables[table];

    public ColumnModel Of(ColumnPlan column) => _columns[column];

    public TableModel? Named(string name) => All.FirstOrDefault(t => t.Name == name);

    /// <summary>Whether only the rows of a dump say that a column has no other values: the next one may be new.</summary>
    private static bool IsGuessed(ColumnPlan column) => column.Cells is not null && column.LifeCycle is null && column.Sources.TrueForAll(s => s.Enum is null);

    private static ColumnModel Finish(DomainPlan plan, TablePlan table, ColumnPlan column) => new(table.Name, column.Name, column.Type)
    {
        Node = column.Node,
        Schemas = [.. column.Sources],
        Mixed = column.Mixed,
        Dumped = column.Dumped,
        Semantic = column.Semantic,
        Nullable = column.Nullable,
        Demanded = column.Demanded,
        Filled = column.Filled,
        Enum = column.Enum is { } values && !IsGuessed(column) ? [.. values] : null,
        References = column.References,
        Equality = column.Equality,
        LifeCycle = column.LifeCycle,
        Origin = column.Origins.Count == 0 ? "added by the inference" : string.Join("; ", column.Origins.Distinct().Take(3)),
        Source = column.Dumped ? Source.Recording : column.Sources.Count > 0 ? Source.Schema : Source.Convention,
        Born = NewValues.Of(plan, table, column),
        TimeForm = column.Cells is { Count: > 0 } cells ? ClockForm.Of(cells)
            : plan.Dump is not null && column is { Type: ColumnType.String, Node: { Format: null, Description: { } told } } ? ClockForm.Spelled(told) : null,
        Stamped = NewValues.IsStamped(column),
    };
}
