using AgentScaler.Language;

namespace AgentScaler.Effects;

/// <summary>How a call names the one row that it is about, or another one that its rules speak of.</summary>
/// <param name="Role">The part that the row plays: <c>row</c>, or <c>source</c> and <c>target</c> where there are two. It tells rows apart.</param>
/// <param name="Key">The column and parameter that identify the row; null where it is the first that scope and filters leave, or reached otherwise.</param>
/// <param name="Scope">Path parents: the row belongs to them, or is not found.</param>
/// <param name="Filters">What else the row must match where no key is given.</param>
public sealed record RowAddress(string Role, TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Filters)
{
    /// <summary>The row that the effect is about; where it makes one, the row that was made.</summary>
    public const string Main = "row";

    /// <summary>Whether the call is about every row that matches instead of one.</summary>
    public bool All { get; init; }

    /// <summary>Texts that the rows hold, where the call is about every row that matches.</summary>
    public IReadOnlyList<TextSearch> Searches { get; init; } = [];

    /// <summary>The row whose reference leads to this one, and the column of the reference. Null where the call names the row.</summary>
    public RowStep? Via { get; init; }

    public bool IsMain => Role == Main;

    /// <summary>The row by what leads to it, whatever part it plays: two addresses of one row have one subject.</summary>
    public string Subject => IsMain ? Main
        : Via is { } step ? $"{step.From.Subject}.{step.Column.Name}"
        : Key is { } key ? $"{Table.Name} by {key.Parameter.Name}"
        : Role;

    /// <summary>The row from which references lead to this one: itself where the call names it.</summary>
    public RowAddress Root => Via is { } step ? step.From.Root : this;

    /// <summary>The parameters that lead to the row.</summary>
    public IEnumerable<ToolParameter> Parameters => Via is { } step ? step.From.Parameters
        : (Key is { } key ? Scope.Append(key) : Scope.Concat(Filters)).Select(b => b.Parameter);

    /// <summary>A row beside the main one that an argument names by a column of its own table.</summary>
    public static RowAddress Named(TableModel table, ColumnBinding key) => new($"by_{Words.Snake(key.Parameter.Name)}", table, key, [], []);

    /// <summary>The row that a reference of this row leads to.</summary>
    /// <param name="column">The column of this row's table that refers to it.</param>
    /// <param name="table">The table that the column refers to.</param>
    public RowAddress Through(ColumnModel column, TableModel table) =>
        new($"{Role}_{Words.Snake(column.Name)}", table, null, [], []) { Via = new RowStep(this, column) };
}
