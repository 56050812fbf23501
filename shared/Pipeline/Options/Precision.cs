namespace AgentScaler.Pipeline.Options;

/// <summary>The type in which matrices are multiplied. Parameters and optimizer stay fp32.</summary>
public enum Precision
{
    /// <summary>bf16 on hardware where it is faster, which is CUDA and processors with AVX512-BF16, and fp32 on other hardware.</summary>
    Auto,
    Float32,
    Bfloat16,
}
