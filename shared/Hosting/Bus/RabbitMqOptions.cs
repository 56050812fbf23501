namespace AgentScaler.Hosting.Bus;

/// <summary>Section <c>Bus:RabbitMq</c> of the configuration.</summary>
public sealed class RabbitMqOptions
{
    /// <summary><c>amqp://user:password@host:port/vhost</c>, or <c>amqps</c> for TLS.</summary>
    public string? Uri { get; set; }

    /// <summary>Nodes that hold a copy of each quorum queue; 1 on a single node.</summary>
    public int QuorumSize { get; set; } = 1;

    /// <summary>Deliveries after which the broker itself gives a message up, against work that kills its worker.</summary>
    public int DeliveryLimit { get; set; } = 20;
}
