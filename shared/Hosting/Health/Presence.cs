namespace AgentScaler.Hosting.Health;

/// <summary>The sign of life of a kind of service.</summary>
/// <param name="Service">For example <c>agentscaler-collection</c>; <c>agentscaler</c> is every service in one process.</param>
/// <param name="Seen">By the clock of the process that wrote it; for people.</param>
public sealed record Presence(string Service, DateTimeOffset Seen)
{
    /// <summary>All signs of life share one partition.</summary>
    public const string Partition = "services";

    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>How long a service may be silent before it counts as missing.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
}
