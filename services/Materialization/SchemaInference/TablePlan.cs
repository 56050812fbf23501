using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A table while it is being inferred.</summary>
internal sealed class TablePlan : ITableView<ColumnPlan>
{
    public required string Name { get; init; }

    /// <summary>Singular name of a row.</summary>
    public required string Singular { get; init; }

    public List<ColumnPlan> Columns { get; } = [];

    /// <summary>
    /// Names that one tool shows or takes beside another name of the same words: <c>user-id</c> beside <c>userId</c>. Each is
    /// a column of its own.
    /// </summary>
    public HashSet<string> Apart { get; } = new(StringComparer.Ordinal);

    IReadOnlyList<ColumnPlan> ITableView<ColumnPlan>.Columns => Columns;

    IReadOnlySet<string> ITableView<ColumnPlan>.Apart => Apart;

    public ColumnPlan Key { get; set; } = null!;

    /// <summary>Who says which column is the key.</summary>
    public Source KeySource { get; set; } = Source.Convention;

    /// <summary>Column sets in which no two rows are said to agree, beside the key.</summary>
    public List<UniqueClaim> Claims { get; } = [];

    /// <summary>The claims that are believed.</summary>
    public IEnumerable<IReadOnlyList<string>> Unique => Claims.Where(c => c.Holds.Value).Select(c => c.Columns);

    /// <summary>The table whose rows own these: deleting one deletes its children.</summary>
    public TablePlan? Parent { get; set; }

    public ColumnPlan? Status { get; set; }

    /// <summary>Most rows an initial state holds; one where the tools know a single thing (settings, profile).</summary>
    public int? FixedRows { get; set; }

    public ColumnPlan? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);

    /// <summary>The column that a person would name a row by.</summary>
    public ColumnPlan? Label => Columns.FirstOrDefault(c => c.Type == ColumnType.String
        && c.Semantic is "name" or "title" or "person_name" or "username" or "company" or "product"
        && c.References is null);

    /// <summary>Whether the adopted dump has rows of the table.</summary>
    public bool HasRows => Columns.Exists(c => c.Cells is { Count: > 0 });

    /// <summary>Whether the adopted dump keeps one row and no list of them.</summary>
    public bool IsSingle => DumpAdoption.IsSingle(Form) && Columns.Exists(c => c.Cells is { Count: 1 });

    /// <summary>How the rows stand in the adopted dump, or null.</summary>
    public DumpForm? Form { get; set; }
}
