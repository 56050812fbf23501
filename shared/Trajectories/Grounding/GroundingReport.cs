namespace AgentScaler.Trajectories.Grounding;

/// <summary>The number of arguments of a conversation's tool calls that can be traced to earlier words or results.</summary>
/// <param name="Arguments">Scalar arguments of all calls whose arguments are JSON objects.</param>
public sealed record GroundingReport(int Arguments, int Grounded, IReadOnlyList<UngroundedArgument> Ungrounded)
{
    /// <summary>The traced share of all arguments, from 0 to 1; 1 if there is no argument.</summary>
    public double Share => Arguments == 0 ? 1 : (double)Grounded / Arguments;
}
