namespace AgentScaler.Exports;

/// <summary>A dataset cannot be read, or what was written breaks a rule of its format; the message names file and line.</summary>
public sealed class ExportException(string message) : Exception(message);
