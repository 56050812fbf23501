namespace AgentScaler.Gateway.Orchestration;

/// <summary>Why a stage cannot be completed.</summary>
/// <param name="Reason">A sentence without its full stop.</param>
/// <param name="Cause">A word of <see cref="Pipeline.Runs.FailureCause"/>.</param>
public sealed record StageFailure(string Reason, string Cause);
