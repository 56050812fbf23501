namespace AgentScaler.Tools;

/// <summary>Whether a call reads the database or writes it.</summary>
public enum ToolEffect
{
    Unknown,
    Read,
    Write,
}
