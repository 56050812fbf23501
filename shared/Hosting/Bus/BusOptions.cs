namespace AgentScaler.Hosting.Bus;

/// <summary>Section <c>Bus</c> of the configuration.</summary>
public sealed class BusOptions
{
    public const string Section = "Bus";

    /// <summary>memory (one process) or rabbitmq.</summary>
    public string Transport { get; set; } = "memory";

    public RabbitMqOptions RabbitMq { get; set; } = new();

    public bool UsesRabbitMq => string.Equals(Transport, "rabbitmq", StringComparison.OrdinalIgnoreCase);
}
