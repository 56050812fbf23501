namespace AgentScaler.Effects;

/// <summary>A member of a declared result that tells how many rows of a table there are.</summary>
/// <param name="Conditions">What a row must meet to count, all of it.</param>
public sealed record CountedMember(string Name, TableModel Table, IReadOnlyList<RowCondition> Conditions)
{
    /// <summary>How many rows count in a situation.</summary>
    public int In(Situation situation) => situation.Rows(Table.Name).Count(r => Conditions.All(c => c.Holds(situation, r)));
}
