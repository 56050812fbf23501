namespace AgentScaler.Hosting.Bus;

/// <summary>Section <c>Bus:RabbitMq</c> of the configuration.</summary>
public sealed class RabbitMqOptions
{
    /// <summary><c>amqp://user:password@host:port/vhost</c>; <c>amqps</c> for TLS.</summary>
    public string? Uri { get; set; }

    /// <summary>How many nodes hold a copy of each quorum queue; 1 on a single node.</summary>
    public int QuorumSize { get; set; } = 1;

    /// <summary>Number of deliveries after which the broker gives a message up. It limits work that crashes its worker each time.</summary>
    public int DeliveryLimit { get; set; } = 20;
}
