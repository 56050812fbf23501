namespace AgentScaler.Training.Datasets;

/// <summary>A training example as every engine reads it.</summary>
/// <param name="InputIds">Token ids of the whole rendering.</param>
/// <param name="Labels">The id where it is trained, -100 elsewhere; not shifted, the engine shifts.</param>
/// <param name="TrajId">Id of the trajectory.</param>
/// <param name="NLoss">Number of labels that are not -100.</param>
public sealed record EncodedRow(int[] InputIds, int[] Labels, string TrajId, string Domain, int NLoss)
{
    /// <summary>The label of what is not trained: PyTorch's ignore_index.</summary>
    public const int Ignored = -100;
}
