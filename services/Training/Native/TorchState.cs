namespace AgentScaler.Training.Native;

/// <summary>Whether libtorch can be used in this process.</summary>
/// <param name="Available">Whether it is loaded.</param>
/// <param name="Detail">The loaded library, or the reason of the failure and its remedy.</param>
/// <param name="MklMode">MKL's mode of reproducible results in the words of <c>MKL_CBWR</c>; null if MKL is missing or does not report it.</param>
public sealed record TorchState(bool Available, string Detail, string? MklMode);
