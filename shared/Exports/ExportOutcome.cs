namespace AgentScaler.Exports;

/// <summary>The result of an export.</summary>
/// <param name="Document">The record of the export, printed as JSON.</param>
/// <param name="Text">The record of the export as text for people.</param>
/// <param name="Warnings">One sentence for each part that was left out.</param>
public sealed record ExportOutcome(object Document, string Text, IReadOnlyList<string> Warnings);
