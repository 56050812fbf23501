using System.Collections;
using System.Reflection;
using AgentScaler.Contracts;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Pipeline;

/// <summary>The declared stages in the order of the pipeline, with the queries over all of them.</summary>
public sealed class StageCatalog : IReadOnlyList<StageDefinition>
{
    /// <summary>The service that starts, counts and reports runs. It belongs to no stage.</summary>
    public const string Gateway = "agentscaler-gateway";

    private readonly IReadOnlyList<StageDefinition> _stages;

    /// <exception cref="ArgumentException">A stage, a name or a type of options is declared twice.</exception>
    public StageCatalog(IEnumerable<StageDefinition> stages)
    {
        _stages = [.. stages];
        RequireDistinct("stage", _stages.Select(stage => stage.Stage));
        RequireDistinct("name", _stages.Select(stage => stage.Name));
        RequireDistinct("type of options", _stages.Select(stage => stage.Options));
        Messages = [.. _stages.SelectMany(stage => stage.Work).Select(work => work.Message).Distinct()];
        Services = [Gateway, .. _stages.SelectMany(stage => stage.Services).Distinct(StringComparer.Ordinal)];
    }

    public int Count => _stages.Count;

    /// <summary>Every message that requests work.</summary>
    public IReadOnlyList<Type> Messages { get; }

    /// <summary>Every kind of service that a stack needs.</summary>
    public IReadOnlyList<string> Services { get; }

    public StageDefinition this[int index] => _stages[index];

    /// <summary>Returns the declaration of a stage.</summary>
    /// <exception cref="ArgumentException">The stage is not declared.</exception>
    public StageDefinition this[PipelineStage stage] => _stages.FirstOrDefault(declared => declared.Stage == stage)
        ?? throw new ArgumentException($"Stage '{stage.Name()}' is not declared.", nameof(stage));

    /// <summary>Returns the declaration of the stage with this name, or null if there is none.</summary>
    public StageDefinition? Named(string name) => _stages.FirstOrDefault(declared => declared.Name == name);

    /// <summary>Returns the stage whose work a message requests.</summary>
    /// <exception cref="ArgumentException">No stage declares the message.</exception>
    public StageDefinition StageOf(IWork work) => _stages.FirstOrDefault(declared => declared.Asks(work))
        ?? throw new ArgumentException($"No stage declares the work of {work.GetType().Name}.", nameof(work));

    /// <summary>Returns the stage whose settings a record holds.</summary>
    /// <exception cref="ArgumentException">The record holds no stage's settings.</exception>
    public StageDefinition StageOf(Type options) => _stages.FirstOrDefault(declared => declared.Options == options)
        ?? throw new ArgumentException($"{options.Name} holds the settings of no stage.", nameof(options));

    /// <summary>Lists the settings that an attribute marks, each with its stage and its name in the stage's section.</summary>
    public IEnumerable<(StageDefinition Stage, string Setting, T Mark)> SettingsWith<T>()
        where T : Attribute =>
        from stage in _stages
        from property in stage.Options.GetProperties()
        let mark = property.GetCustomAttribute<T>()
        where mark is not null
        select (stage, OptionName.Of(property), mark);

    public IEnumerator<StageDefinition> GetEnumerator() => _stages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void RequireDistinct<T>(string what, IEnumerable<T> values)
    {
        if (values.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The {what} '{twice.Key}' is declared twice.");
        }
    }
}
