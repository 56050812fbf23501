namespace AgentScaler.Hosting.Health;

/// <summary>The sign of life of one kind of service.</summary>
/// <param name="Service">For example <c>agentscaler-collection</c>; <c>agentscaler</c> stands for all services in one process.</param>
/// <param name="Seen">When it was written, by the clock of the process that wrote it. For people only.</param>
public sealed record Presence(string Service, DateTimeOffset Seen)
{
    /// <summary>The partition of all signs of life.</summary>
    public const string Partition = "services";

    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>How long a service may be silent before it counts as missing.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
}
