using AgentScaler.Contracts;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline;

/// <summary>
/// All that the house knows of a stage without doing its work. Each stage is declared once, in <see cref="PipelineStages"/>; lists of stages are
/// queries over these declarations (<see cref="StageCatalog"/>).
/// </summary>
public sealed record StageDefinition(PipelineStage Stage)
{
    /// <summary>The name in options, in documents and on the command line.</summary>
    public string Name { get; init; } = Stage.Name();

    /// <summary>One sentence on the command line.</summary>
    public required string Description { get; init; }

    /// <summary>The record of its settings, in <c>shared/Pipeline/Options</c>.</summary>
    public required Type Options { get; init; }

    /// <summary>Collections that hold its results. They are deleted when the stage is done again.</summary>
    public required IReadOnlyList<CollectionDefinition> Results { get; init; }

    /// <summary>Messages that ask for its work.</summary>
    public required IReadOnlyList<WorkDeclaration> Work { get; init; }

    /// <summary>Kinds of service that it cannot go on without, for example <c>agentscaler-rollout</c>.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Its section of <c>report.json</c>.</summary>
    public required string Section { get; init; }

    /// <summary>Files and folders that it has in a run's folder. The first is always there when the stage is complete.</summary>
    public required IReadOnlyList<StageFile> Files { get; init; }

    /// <summary>The section's main figures, in the order in which tables of stages show them.</summary>
    public IReadOnlyList<StageFigure> Figures { get; init; } = [];

    /// <summary>The collection whose objects have the trace that the run had when the stage began; null where there is none.</summary>
    public CollectionDefinition? Traced { get; init; }

    /// <summary>Whether the section tells a reader something when the stage failed.</summary>
    public bool ReportsFailure { get; init; }

    /// <summary>Whether its result depends on the seed.</summary>
    public bool IsSeeded { get; init; } = true;

    /// <summary>Whether its units are episodes of the run's tasks, so that existing ones stay when more attempts are wanted.</summary>
    public bool CountsAttempts { get; init; }

    /// <summary>The results that were concluded from all units and go when more units are wanted.</summary>
    public IReadOnlyList<CollectionDefinition> Conclusions { get; init; } = [];

    /// <summary>Whether a message asks for work of this stage.</summary>
    public bool Asks(IWork work) => Work.Any(declared => declared.Takes(work));
}
