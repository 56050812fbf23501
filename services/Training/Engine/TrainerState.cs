namespace AgentScaler.Training.Engine;

/// <summary>What <c>trainer_state.json</c> says: how far a training is, and what it was given.</summary>
/// <param name="Fingerprint">Hash of everything that decides the result: shards, initial weights, options, seed.</param>
/// <param name="Parent">Hash of the weights that the training started from; null for random ones.</param>
/// <param name="LogHistory">Every step so far.</param>
public sealed record TrainerState(
    int GlobalStep,
    int MaxSteps,
    string Fingerprint,
    string? Parent,
    IReadOnlyList<StepRecord> LogHistory)
{
    public const string FileName = "trainer_state.json";
}
