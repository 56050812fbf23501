using System.Reflection;
using System.Text.Json;
using AgentScaler.Contracts.Messages;

namespace AgentScaler.Contracts.Tests;

public sealed class MessageRules
{
    private const int Limit = 64 * 1024;

    public static TheoryData<Type> Messages { get; } = new(typeof(PipelineRequested).Assembly.GetTypes()
        .Where(type => type is { IsPublic: true, Namespace: "AgentScaler.Contracts.Messages" })
        .OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void The_flow_of_the_architecture_is_complete() => Assert.Superset(
        new HashSet<string>
        {
            "PipelineRequested", "ScenariosCollected", "DomainDiscovered", "GraphClustered", "DomainMaterialized", "DomainRejected",
            "RolloutRequested", "TrajectoryRecorded", "TrajectoryJudged", "DatasetReady", "TrainingRequested", "TrainingProgressed",
            "CheckpointSaved", "TrainingCompleted", "EvaluationCompleted",
        },
        Messages.Select(row => row.Data.Name).ToHashSet());

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_says_which_run_it_belongs_to(Type message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Assert.Equal(typeof(string), message.GetProperty("RunId")?.PropertyType);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_carries_ids_and_small_facts_and_nothing_that_grows(Type message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Type[] small = [typeof(string), typeof(int), typeof(long), typeof(bool), typeof(double), typeof(EpisodePurpose)];

        Assert.All(message.GetProperties(), property => Assert.Contains(property.PropertyType, small));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_survives_the_wire_and_stays_far_below_its_limit(Type message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var constructor = message.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var sent = constructor.Invoke([.. constructor.GetParameters().Select(Sample)]);

        var body = JsonSerializer.SerializeToUtf8Bytes(sent, message);

        Assert.Equal(sent, JsonSerializer.Deserialize(body, message));
        Assert.True(body.Length < Limit / 16, $"{message.Name} takes {body.Length} bytes");
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => new string('x', 200),
        var type when type == typeof(int) => 7,
        var type when type == typeof(long) => 7L,
        var type when type == typeof(bool) => true,
        _ => 0.5,
    };
}
