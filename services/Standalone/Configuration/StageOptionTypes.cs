using System.Text.Json;
using System.Text.Json.Serialization;
using AgentScaler.Clustering;
using AgentScaler.Collection;
using AgentScaler.Filtering.Datasets;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Materialization;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Rollout;
using AgentScaler.Tasks;
using AgentScaler.Tools;
using AgentScaler.Training.Stages;

namespace AgentScaler.Standalone.Configuration;

/// <summary>The records that hold each stage's settings: what a configuration is checked against and its schema is made of.</summary>
internal static class StageOptionTypes
{
    private static readonly JsonSerializerOptions Strict = new(ContractJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>By the stage's name; a stage's settings may be spread over several records.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        [PipelineStage.Collect.Name()] = typeof(CollectionOptions),
        [PipelineStage.Cluster.Name()] = typeof(ClusteringOptions),
        [PipelineStage.Materialize.Name()] = typeof(MaterializationOptions),
        [PipelineStage.Tasks.Name()] = typeof(TaskOptions),
        [PipelineStage.Rollout.Name()] = typeof(RolloutOptions),
        [PipelineStage.Filter.Name()] = typeof(DatasetOptions),
        [PipelineStage.Train.Name()] = typeof(TrainingOptions),
        [PipelineStage.Evaluate.Name()] = typeof(EvaluationPlan),
    };

    /// <exception cref="CommandException">A setting is unknown, has the wrong type or is out of its range.</exception>
    public static void Validate(IReadOnlyDictionary<string, JsonElement> options)
    {
        foreach (var (stage, section) in options)
        {
            if (!All.TryGetValue(stage, out var type))
            {
                continue;
            }

            try
            {
                var settings = section.Deserialize(type, Strict);
                type.GetMethod("Validate", Type.EmptyTypes)?.Invoke(settings, null);
            }
            catch (JsonException exception)
            {
                throw CommandException.Usage($"settings of stage '{stage}': {exception.Message}");
            }
            catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is ArgumentException inner)
            {
                throw CommandException.Usage($"settings of stage '{stage}': {inner.Message}");
            }
        }
    }
}
