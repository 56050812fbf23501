namespace AgentScaler.Serving;

/// <summary>Section <c>Serving</c> of the configuration: the bounds of environment sessions, alike over gRPC and MCP.</summary>
public sealed class ServingOptions
{
    public const string Section = "Serving";

    /// <summary>How long a session that nobody uses stays in memory. Over gRPC it is then played again from its log; an MCP client opens another.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Most sessions in memory. Beyond it, those that have been idle longest leave it.</summary>
    public int Sessions { get; set; } = 1000;
}
