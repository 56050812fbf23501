namespace AgentScaler.Standalone.Commands;

/// <summary>How results are written to standard output.</summary>
public enum OutputFormat
{
    Human,
    Json,
}
