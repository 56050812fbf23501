namespace AgentScaler.Training.Native;

/// <summary>Whether libtorch can be used in this process.</summary>
/// <param name="Available">Whether it is loaded.</param>
/// <param name="Detail">What was loaded, or why nothing was and the remedy.</param>
/// <param name="MklMode">MKL's mode of reproducible results, as <c>MKL_CBWR</c> names it; null where MKL does not say, or is not there.</param>
public sealed record TorchState(bool Available, string Detail, string? MklMode);
