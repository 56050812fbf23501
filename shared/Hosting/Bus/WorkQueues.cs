using AgentScaler.Contracts.Messages;
using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>Every queue of work and the message that it takes. A queue is named as its consumer is, which is named as the message is.</summary>
public static class WorkQueues
{
    /// <summary>The exchange and the queue to which the broker itself moves what it has delivered too often.</summary>
    public const string DeadLetters = "dead-letters";

    /// <summary>The queue of faults: work that failed for good.</summary>
    public const string DeadWork = "dead-work";

    public static IReadOnlyList<Type> Messages { get; } =
    [
        typeof(PipelineRequested), typeof(ScenariosCollected), typeof(DomainDiscovered), typeof(DomainMaterialized), typeof(TasksGenerated),
        typeof(RolloutRequested), typeof(TrajectoryRecorded), typeof(DatasetRequested), typeof(TrainingRequested), typeof(EvaluationRequested),
    ];

    public static string Of(Type message) => KebabCaseEndpointNameFormatter.Instance.SanitizeName(message.Name);
}
