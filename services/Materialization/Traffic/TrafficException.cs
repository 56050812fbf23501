namespace AgentScaler.Materialization.Traffic;

/// <summary>Recorded traffic that cannot be read; the message names the file, the place and the remedy.</summary>
public sealed class TrafficException(string file, string place, string message) : Exception($"{file}, {place}: {message}");
