using AgentScaler.Pipeline.Options;

using static TorchSharp.torch;

namespace AgentScaler.Training.Engine;

internal static class ComputeType
{
    private static readonly Lazy<bool> FastOnProcessor = new(() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo")
            .Any(l => l.StartsWith("flags", StringComparison.Ordinal) && l.Contains(" avx512_bf16", StringComparison.Ordinal)));

    /// <summary>Chooses bf16 on CUDA and on processors that multiply it (measured twice as fast). On other processors it is emulated and slower.</summary>
    public static ScalarType Of(Precision precision, Device device) => precision switch
    {
        Precision.Float32 => ScalarType.Float32,
        Precision.Bfloat16 => ScalarType.BFloat16,
        _ => device.type == TorchSharp.DeviceType.CUDA || FastOnProcessor.Value ? ScalarType.BFloat16 : ScalarType.Float32,
    };
}
