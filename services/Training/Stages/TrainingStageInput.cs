using AgentScaler.Pipeline.Options;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Stages;

/// <summary>One stage of training.</summary>
/// <param name="Stage">1: general, over all domains; 2: one vertical domain, from stage 1's checkpoint.</param>
/// <param name="Name">The name of the resulting checkpoint: stage1, stage2-SLUG.</param>
/// <param name="Parent">The folder of the checkpoint to start from; null starts from the model of the options.</param>
/// <param name="Checkpoints">The folder of all checkpoints, with one folder for each.</param>
/// <param name="Work">Folder for shards and resume points; the same after an interruption.</param>
public sealed record TrainingStageInput(
    int Stage,
    string Name,
    IReadOnlyList<DatasetRow> Train,
    IReadOnlyList<DatasetRow> Validation,
    string? Parent,
    string Checkpoints,
    string Work,
    TrainingOptions Options,
    long Seed);
