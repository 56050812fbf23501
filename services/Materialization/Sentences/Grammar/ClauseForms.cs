namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>What a clause says of the world: "fewer seats are left than asked for", "the ticket is closed". What it denies is not demanded.</summary>
internal static class ClauseForms
{
    /// <summary>The forms, the most particular first.</summary>
    public static readonly Form[] All =
    [
        .. SlotForms.Clauses,
        .. AmountForms.Clauses,
        .. CountForms.Clauses,
        .. UniqueForms.Clauses,
        .. TimeForms.Clauses,
        .. ExistenceForms.Clauses,
        .. ArgumentForms.Clauses,
        .. StateForms.Clauses,
    ];

    /// <summary>What the clause says, or null. <see cref="Condition.Demanded"/> is whether it says that it is so.</summary>
    public static Condition? Read(string clause)
    {
        foreach (var form in All)
        {
            if (form.Read(clause) is Condition condition)
            {
                return condition;
            }
        }

        return null;
    }
}
