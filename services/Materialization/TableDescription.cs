namespace AgentScaler.Materialization;

/// <summary>One inferred table: its key, its columns with their origin, and how to correct it.</summary>
public sealed record TableDescription(string Name, string Key, IReadOnlyDictionary<string, string> Columns, string ChangeBy);
