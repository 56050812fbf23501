namespace AgentScaler.Standalone;

/// <summary>Exit codes of commands.</summary>
public static class ExitCode
{
    public const int Done = 0;

    public const int Failed = 1;

    public const int Usage = 2;

    public const int Unreachable = 3;

    public const int Cancelled = 130;
}
