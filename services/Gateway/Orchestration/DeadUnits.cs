using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>The dead work of one stage.</summary>
internal sealed record DeadUnits(IReadOnlyList<DeadWorkDocument> Units)
{
    public int Count => Units.Count;

    /// <summary>Returns the failure of a stage whose only unit died, or null if the unit did not die.</summary>
    public StageFailure? FailureOf(string message) => Units.FirstOrDefault(unit => unit.Message == message) is { } unit
        ? new StageFailure(unit.Reason, unit.Cause ?? FailureCause.Work)
        : null;

    /// <summary>Returns the failure of a stage in which every unit died. It gives the reason of the first unit.</summary>
    /// <param name="what">What failed, in words, for example <c>none of 12 episodes could be played</c>.</param>
    public StageFailure All(string what) => Count == 0
        ? new StageFailure(what, FailureCause.Work)
        : new StageFailure($"{what}: {Units[0].Reason}", FailureCause.Common([.. Units.Select(unit => unit.Cause)]));
}
