namespace AgentScaler.Trajectories;

/// <summary>Where one argument of one golden call comes from.</summary>
/// <param name="Call">Index of the golden call.</param>
/// <param name="Argument">JSON pointer inside the arguments.</param>
/// <param name="Source">user, result, policy, default or computed.</param>
/// <param name="From">
/// For user: the name in known_values. For result: <c>INDEX/pointer</c> into the result of an earlier golden call.
/// For computed: the expression over earlier sources.
/// </param>
public sealed record ArgumentPlan(int Call, string Argument, string Source, string? From);
