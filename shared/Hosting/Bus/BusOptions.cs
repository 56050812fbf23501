namespace AgentScaler.Hosting.Bus;

/// <summary>Section <c>Bus</c> of the configuration.</summary>
public sealed class BusOptions
{
    public const string Section = "Bus";

    /// <summary><c>memory</c> (one process) or <c>rabbitmq</c>.</summary>
    public string Transport { get; set; } = "memory";

    public RabbitMqOptions RabbitMq { get; set; } = new();

    /// <summary>
    /// How long work waits for a broker, a database or a model endpoint that does not answer, before it is given up. Unset means a week behind a
    /// broker, because an operator will repair the outage, and half a minute in one process, because a user waits for the answer.
    /// </summary>
    public TimeSpan? OutagePatience { get; set; }

    public TimeSpan Patience => OutagePatience ?? (UsesRabbitMq ? TimeSpan.FromDays(7) : TimeSpan.FromSeconds(30));

    public bool UsesRabbitMq => string.Equals(Transport, "rabbitmq", StringComparison.OrdinalIgnoreCase);
}
