namespace AgentScaler.Training.Datasets;

/// <summary>A training example in the form that every engine reads.</summary>
/// <param name="InputIds">Token ids of the whole rendering.</param>
/// <param name="Labels">The id of a trained token, and -100 elsewhere. The labels are not shifted; the engine shifts.</param>
/// <param name="TrajId">Id of the trajectory.</param>
/// <param name="NLoss">Number of labels that are not -100.</param>
public sealed record EncodedRow(int[] InputIds, int[] Labels, string TrajId, string Domain, int NLoss)
{
    /// <summary>The label of untrained tokens: PyTorch's ignore_index.</summary>
    public const int Ignored = -100;
}
