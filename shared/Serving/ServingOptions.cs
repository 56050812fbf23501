namespace AgentScaler.Serving;

/// <summary>Section <c>Serving</c> of the configuration: the limits of environment sessions over gRPC and MCP.</summary>
public sealed class ServingOptions
{
    public const string Section = "Serving";

    /// <summary>How long an idle session stays in memory. Over gRPC it is then played again from its log. An MCP client opens another session.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Most sessions in memory. Beyond this number, the sessions that have been idle longest are removed from memory.</summary>
    public int Sessions { get; set; } = 1000;
}
