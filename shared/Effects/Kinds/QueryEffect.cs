namespace AgentScaler.Effects;

/// <summary>Answers a question about the rows of one table of the user's own database.</summary>
/// <param name="Conditions">What the rows must meet, all of it.</param>
public sealed record QueryEffect(TableModel Table, IReadOnlyList<RowCondition> Conditions, QueryAnswer Answer) : TableEffect(Table, []), ISelecting
{
    /// <summary>The order in which the rows stand, or null where it is that of their keys.</summary>
    public ListOrder? Order { get; init; }

    /// <summary>The parameters by whose values of the row's own columns rows are found.</summary>
    public IReadOnlyList<ColumnBinding> Filters =>
        [.. Conditions.OfType<ParameterCondition>().Where(c => c.Path.IsOwn).Select(c => new ColumnBinding(c.Path.Column, c.Parameter))];

    public IReadOnlyList<TextSearch> Searches => [.. Conditions.OfType<Mentions>().Select(m => new TextSearch(m.Parameter, m.Columns))];

    /// <summary>The member beside the message under which the rows stand.</summary>
    public string Found => Answer is RowAnswer ? Table.Singular : Table.Name;

    public override bool Writes => false;

    /// <summary>The rows that meet every condition, in the order in which they are told.</summary>
    public IEnumerable<Environments.Values.ObjectValue> Matching(Situation situation) =>
        situation.Rows(Table.Name).Where(r => Conditions.All(c => c.Holds(situation, r)));

    public override T Accept<T>(IEffectVisitor<T> visitor) => visitor.Visit(this);
}
