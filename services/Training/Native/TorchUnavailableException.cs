namespace AgentScaler.Training.Native;

/// <summary>libtorch cannot be loaded on this machine; the message says why and what to do.</summary>
public sealed class TorchUnavailableException(string message) : Exception(message);
