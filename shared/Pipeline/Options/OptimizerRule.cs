namespace AgentScaler.Pipeline.Options;

/// <summary>The rules that turn gradients into steps.</summary>
public enum OptimizerRule
{
    /// <summary>The usual rule, and the only one that the external engine supports.</summary>
    Adamw,

    /// <summary>Orthogonal steps for the matrices of the layers, and AdamW for the rest. It learns from fewer tokens.</summary>
    Muon,
}
