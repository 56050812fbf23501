using AgentScaler.Contracts;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Pipeline;

/// <summary>
/// The declaration of a stage, with everything that other code needs to know about it. Each stage is declared once, in
/// <see cref="PipelineStages"/>. Lists of stages are queries over these declarations (<see cref="StageCatalog"/>).
/// </summary>
public sealed record StageDefinition(PipelineStage Stage)
{
    /// <summary>The name in options, in documents and on the command line.</summary>
    public string Name { get; init; } = Stage.Name();

    /// <summary>One sentence on the command line.</summary>
    public required string Description { get; init; }

    /// <summary>The record of its settings, in <c>shared/Pipeline/Options</c>.</summary>
    public required Type Options { get; init; }

    /// <summary>Collections that hold its results. They are deleted when the stage is repeated.</summary>
    public required IReadOnlyList<CollectionDefinition> Results { get; init; }

    /// <summary>Messages that request its work.</summary>
    public required IReadOnlyList<WorkDeclaration> Work { get; init; }

    /// <summary>Kinds of service that it needs, for example <c>agentscaler-rollout</c>.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Its section of <c>report.json</c>.</summary>
    public required string Section { get; init; }

    /// <summary>Its files and folders in a run's folder. The first always exists when the stage is complete.</summary>
    public required IReadOnlyList<StageFile> Files { get; init; }

    /// <summary>The section's main figures, in the order in which tables of stages show them.</summary>
    public IReadOnlyList<StageFigure> Figures { get; init; } = [];

    /// <summary>The collection whose objects belong to the run's trace at the start of the stage. Null if there is none.</summary>
    public CollectionDefinition? Traced { get; init; }

    /// <summary>Whether the section is useful to a reader if the stage failed.</summary>
    public bool ReportsFailure { get; init; }

    /// <summary>Whether its result depends on the seed.</summary>
    public bool IsSeeded { get; init; } = true;

    /// <summary>Whether its units are episodes of the run's tasks, so that existing ones are kept when more attempts are requested.</summary>
    public bool CountsAttempts { get; init; }

    /// <summary>The results that are computed from all units. They are deleted when more units are requested.</summary>
    public IReadOnlyList<CollectionDefinition> Conclusions { get; init; } = [];

    /// <summary>Whether a message requests work of this stage.</summary>
    public bool Asks(IWork work) => Work.Any(declared => declared.Takes(work));
}
