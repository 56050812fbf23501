namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Names of variables are plain identifiers, so that both executions can carry them unchanged.</summary>
internal static class VariableNames
{
    public static bool Valid(string? name) =>
        name is { Length: > 0 and <= ProgramLimits.NameLength }
        && !char.IsAsciiDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
