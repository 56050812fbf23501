namespace AgentScaler.Pipeline.Options;

/// <summary>The type in which matrices are multiplied. Parameters and optimizer stay fp32.</summary>
public enum Precision
{
    /// <summary>bf16 where it is faster: on CUDA and on processors with AVX512-BF16; fp32 elsewhere.</summary>
    Auto,
    Float32,
    Bfloat16,
}
