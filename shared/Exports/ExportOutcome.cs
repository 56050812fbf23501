namespace AgentScaler.Exports;

/// <summary>The result of an export.</summary>
/// <param name="Document">The record of what was written, for readers of JSON.</param>
/// <param name="Text">The same for people.</param>
/// <param name="Warnings">What was left out, a sentence each.</param>
public sealed record ExportOutcome(object Document, string Text, IReadOnlyList<string> Warnings);
