namespace AgentScaler.Training.Engine;

/// <summary>Which rule turns gradients into steps.</summary>
public enum OptimizerRule
{
    /// <summary>The usual one, and the only one of the external engine.</summary>
    Adamw,

    /// <summary>Orthogonal steps for the matrices of the layers, AdamW for the rest: learns from fewer tokens.</summary>
    Muon,
}
