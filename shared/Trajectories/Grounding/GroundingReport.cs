namespace AgentScaler.Trajectories.Grounding;

/// <summary>How many arguments of a conversation's tool calls can be traced to something said or returned before.</summary>
/// <param name="Arguments">Scalar arguments of all calls whose arguments are JSON objects.</param>
public sealed record GroundingReport(int Arguments, int Grounded, IReadOnlyList<UngroundedArgument> Ungrounded)
{
    /// <summary>0 to 1; 1 where there is no argument.</summary>
    public double Share => Arguments == 0 ? 1 : (double)Grounded / Arguments;
}
