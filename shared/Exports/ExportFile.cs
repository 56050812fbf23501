namespace AgentScaler.Exports;

/// <summary>One written file.</summary>
/// <param name="Path">Relative to the export's folder.</param>
/// <param name="Side">train or validation.</param>
public sealed record ExportFile(string Path, string Dataset, string Side, int Rows);
