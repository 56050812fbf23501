using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;

namespace AgentScaler.Effects;

/// <summary>A table as it is understood.</summary>
/// <param name="Singular">Singular name of a row.</param>
public sealed record TableModel(string Name, string Singular, ColumnModel Key, IReadOnlyList<ColumnModel> Columns) : ITableView<ColumnModel>
{
    /// <summary>Column sets in which no two rows agree, beside the key.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Unique { get; init; } = [];

    /// <summary>Names that one tool shows or takes beside another name of the same words; each is a column of its own.</summary>
    public IReadOnlySet<string> Apart { get; init; } = new HashSet<string>();

    /// <summary>The table whose rows own these: deleting one deletes its children.</summary>
    public string? Parent { get; init; }

    /// <summary>The column that holds the state of a row's life cycle.</summary>
    public ColumnModel? Status { get; init; }

    /// <summary>Most rows an initial state holds; one where the tools know a single thing (settings, profile).</summary>
    public int? FixedRows { get; init; }

    /// <summary>How the rows stand in the adopted dump. Null if it does not have the table.</summary>
    public DumpForm? Form { get; init; }

    /// <summary>The column that a person would name a row by.</summary>
    public ColumnModel? Label => Columns.FirstOrDefault(c => c.Type == ColumnType.String
        && c.Semantic is "name" or "title" or "person_name" or "username" or "company" or "product"
        && c.References is null);

    /// <summary>Whether two rows may hold the same in the column.</summary>
    public bool IsShared(ColumnModel column) => column != Key && !Unique.Any(set => set is [var only] && only == column.Name);

    public ColumnModel? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);

    public TableSchema ToSchema() => new(Name, [Key.Name], [.. Columns.Select(c => c.ToSchema())]) { Unique = Unique, Form = Form };

    // The name alone tells tables of one domain apart.
    public bool Equals(TableModel? other) => ReferenceEquals(this, other) || (other is not null && other.Name == Name && other.Columns.SequenceEqual(Columns));

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
