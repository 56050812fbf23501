namespace AgentScaler.Standalone.Pipeline;

/// <summary>The corpus that ships with the project.</summary>
internal static class Samples
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");
}
