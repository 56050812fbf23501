using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// What one tool does to the rows that it addresses. What must hold before stands in <see cref="Preconditions"/>, what else changes
/// in <see cref="Consequences"/>. The hierarchy is closed: a visitor names every kind.
/// </summary>
public abstract record Effect
{
    /// <summary>What must hold before, in the order in which it is looked at.</summary>
    public IReadOnlyList<Precondition> Preconditions { get; init; } = [];

    /// <summary>What changes beside the rows that the effect is about, in the order in which it is done.</summary>
    public IReadOnlyList<Consequence> Consequences { get; init; } = [];

    /// <summary>Why the tool is understood so.</summary>
    public Basis Basis { get; init; } = Basis.Convention;

    public virtual bool Writes => true;

    /// <summary>Whether it makes the rows that it is about, or may make them.</summary>
    public virtual bool Makes => false;

    /// <summary>Whether it deletes the rows that it is about.</summary>
    public virtual bool Deletes => false;

    /// <summary>Whether it writes any number of rows.</summary>
    public virtual bool Many => false;

    public abstract T Accept<T>(IEffectVisitor<T> visitor);
}

/// <summary>An effect on the rows of a table.</summary>
/// <param name="Scope">Path parents: the rows belong to them.</param>
public abstract record TableEffect(TableModel Table, IReadOnlyList<ColumnBinding> Scope) : Effect;

/// <summary>What no database holds: computed or derived from the arguments.</summary>
/// <param name="Computation">What the tool's words say that it computes, or null.</param>
public sealed record LookupEffect(Computation? Computation) : Effect
{
    public override bool Writes => false;

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Tells one row: by key, by another column that the parameters name, or the first that matches.</summary>
public sealed record GetEffect(TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Filters)
    : TableEffect(Table, Scope), IKeyed, ISelecting
{
    public IReadOnlyList<TextSearch> Searches { get; init; } = [];

    public override bool Writes => false;

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Tells rows: filtered, sorted and paged.</summary>
/// <param name="Sorting">How the caller chooses the order, or null.</param>
/// <param name="Order">The order that the documentation states, or null.</param>
public sealed record ListEffect(
    TableModel Table, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Filters, IReadOnlyList<TextSearch> Searches, Sorting? Sorting,
        ListOrder? Order)
    : TableEffect(Table, Scope), ISelecting
{
    public IReadOnlyList<RowCondition> Conditions { get; init; } = [];

    /// <summary>How many rows a page holds where the call does not say; null where the documentation does not say either.</summary>
    public int? PageSize { get; init; }

    public override bool Writes => false;

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Tells how many rows match.</summary>
public sealed record CountEffect(TableModel Table, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Filters, IReadOnlyList<TextSearch> Searches)
    : TableEffect(Table, Scope), ISelecting
{
    public IReadOnlyList<RowCondition> Conditions { get; init; } = [];

    public override bool Writes => false;

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Inserts a row. With two adjustments it is a transfer.</summary>
/// <param name="Key">The key, where the caller chooses it.</param>
public sealed record CreateEffect(TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Assignments)
    : TableEffect(Table, Scope), IKeyed, IAssigning
{
    public override bool Makes => true;

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Inserts a row for each entry of an array argument.</summary>
/// <param name="Entries">The array argument.</param>
/// <param name="Members">What the members of an entry fill.</param>
public sealed record CreateManyEffect(
    TableModel Table, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Assignments, ToolParameter Entries, IReadOnlyList<EntryMember> Members)
    : TableEffect(Table, Scope), IAssigning
{
    public override bool Makes => true;

    public override bool Many => true;

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Changes the columns of a row that the caller names.</summary>
public sealed record UpdateEffect(TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Assignments)
    : TableEffect(Table, Scope), IKeyed, IAssigning
{
    /// <summary>The column that the call itself names, or null.</summary>
    public ColumnChoice? Choice { get; init; }

    /// <summary>Columns that the call sets without being told to what.</summary>
    public IReadOnlyList<ColumnSet> Sets { get; init; } = [];

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Changes a row, or inserts it where no row has the key.</summary>
public sealed record UpsertEffect(TableModel Table, ColumnBinding Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Assignments)
    : TableEffect(Table, Scope), IKeyed, IAssigning
{
    public override bool Makes => true;

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Deletes a row.</summary>
public sealed record DeleteEffect(TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Filters)
    : TableEffect(Table, Scope), IKeyed, ISelecting
{
    public override bool Deletes => true;

    public IReadOnlyList<TextSearch> Searches { get; init; } = [];

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Deletes every row that matches.</summary>
public sealed record DeleteManyEffect(TableModel Table, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Filters,
    IReadOnlyList<TextSearch> Searches)
    : TableEffect(Table, Scope), ISelecting
{
    public override bool Deletes => true;

    public override bool Many => true;

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Leads a row's status or mark to one value. From where it may start is a precondition.</summary>
public sealed record TransitionEffect(
    TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Assignments, ColumnModel Changed, Value Target)
    : TableEffect(Table, Scope), IKeyed, IAssigning
{
    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Adds to the list that a row's column holds, or fills the column.</summary>
/// <param name="Item">The parameter that names what is added.</param>
public sealed record LinkEffect(
    TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Assignments, ColumnModel Changed, ToolParameter Item)
    : TableEffect(Table, Scope), IKeyed, IAssigning, ILinking
{
    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Takes from the list that a row's column holds, or empties the column.</summary>
/// <param name="Item">The parameter that names what is taken.</param>
public sealed record UnlinkEffect(
    TableModel Table, ColumnBinding? Key, IReadOnlyList<ColumnBinding> Scope, IReadOnlyList<ColumnBinding> Assignments, ColumnModel Changed, ToolParameter Item)
    : TableEffect(Table, Scope), IKeyed, IAssigning, ILinking
{
    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}
