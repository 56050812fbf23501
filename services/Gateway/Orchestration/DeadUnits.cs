namespace AgentScaler.Gateway.Orchestration;

/// <summary>The dead work of one stage.</summary>
internal sealed record DeadUnits(IReadOnlyList<DeadWorkDocument> Units)
{
    public int Count => Units.Count;

    /// <summary>Why the one unit of a stage died that the run cannot do without; null where it did not.</summary>
    public string? FailureOf(string message) => Units.FirstOrDefault(unit => unit.Message == message)?.Reason;
}
