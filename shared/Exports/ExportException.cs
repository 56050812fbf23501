namespace AgentScaler.Exports;

/// <summary>Thrown when a dataset cannot be read or a written row breaks a rule of its format. The message names file and line.</summary>
public sealed class ExportException(string message) : Exception(message);
