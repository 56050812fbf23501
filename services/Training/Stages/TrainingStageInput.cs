using AgentScaler.Trajectories;

namespace AgentScaler.Training.Stages;

/// <summary>One stage of training.</summary>
/// <param name="Stage">1: general, over all domains; 2: one vertical domain, from stage 1's checkpoint.</param>
/// <param name="Name">Name of the checkpoint that comes out: stage1, stage2-SLUG.</param>
/// <param name="Parent">Folder of the checkpoint to start from; null: the options' model.</param>
/// <param name="Checkpoints">Folder in which checkpoints lie, one folder each.</param>
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
