using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>The dead work of one stage.</summary>
internal sealed record DeadUnits(IReadOnlyList<DeadWorkDocument> Units)
{
    public int Count => Units.Count;

    /// <summary>Why the one unit of a stage died that the run cannot do without; null where it did not.</summary>
    public StageFailure? FailureOf(string message) => Units.FirstOrDefault(unit => unit.Message == message) is { } unit
        ? new StageFailure(unit.Reason, unit.Cause ?? FailureCause.Work)
        : null;

    /// <summary>That every unit died, with the first one's reason.</summary>
    /// <param name="what">What came of none of them: <c>none of 12 episodes could be played</c>.</param>
    public StageFailure All(string what) => Count == 0
        ? new StageFailure(what, FailureCause.Work)
        : new StageFailure($"{what}: {Units[0].Reason}", FailureCause.Common([.. Units.Select(unit => unit.Cause)]));
}
