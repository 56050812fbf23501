using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories;

/// <summary>The origin of one argument of one golden call: a source, never a value.</summary>
/// <param name="Call">Index of the golden call.</param>
/// <param name="Argument">JSON pointer inside the arguments; it names a scalar, or an empty array or object.</param>
/// <param name="Source">user, result, policy, schema or computed: the outermost form of <paramref name="From"/>.</param>
/// <param name="From">The source expression. <see cref="Plans.PlanSource"/> documents its grammar.</param>
public sealed record ArgumentPlan(int Call, string Argument, string Source, Value From);
