namespace AgentScaler.Training.Engine;

/// <summary>The content of <c>trainer_state.json</c>: the progress and the input of a training.</summary>
/// <param name="Fingerprint">Hash of everything that decides the result: shards, initial weights, options, seed.</param>
/// <param name="Parent">Hash of the weights that the training started from; null for random ones.</param>
/// <param name="LogHistory">Every step so far.</param>
/// <param name="MklMode">
/// MKL's mode of reproducible results for the steps; several, in order, if a training continued in another mode. Null if it is unknown.
/// </param>
public sealed record TrainerState(
    int GlobalStep,
    int MaxSteps,
    string Fingerprint,
    string? Parent,
    IReadOnlyList<StepRecord> LogHistory,
    string? MklMode = null)
{
    public const string FileName = "trainer_state.json";

    /// <summary>Returns the modes of a training that continued in <paramref name="mode"/>.</summary>
    public static string? After(string? modes, string? mode)
    {
        if (modes is null || mode is null)
        {
            return modes ?? mode;
        }
        return modes == mode || modes.EndsWith("; " + mode, StringComparison.Ordinal) ? modes : $"{modes}; {mode}";
    }
}
