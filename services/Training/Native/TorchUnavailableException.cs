namespace AgentScaler.Training.Native;

/// <summary>Thrown when libtorch cannot be loaded on this machine. The message gives the reason and the remedy.</summary>
public sealed class TorchUnavailableException(string message) : Exception(message);
