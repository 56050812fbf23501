using AgentScaler.Pipeline;
using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>The queues of work and the message that each takes. A queue has the name of its consumer, which has the name of the message.</summary>
public static class WorkQueues
{
    /// <summary>The exchange and queue that receive what the broker has delivered too often.</summary>
    public const string DeadLetters = "dead-letters";

    /// <summary>The queue of faults: work that failed for good.</summary>
    public const string DeadWork = "dead-work";

    public static IReadOnlyList<Type> Messages => PipelineStages.All.Messages;

    public static string Of(Type message) => KebabCaseEndpointNameFormatter.Instance.SanitizeName(message.Name);
}
