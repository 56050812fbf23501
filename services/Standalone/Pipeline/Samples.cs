namespace AgentScaler.Standalone.Pipeline;

/// <summary>The corpus that ships with the project.</summary>
internal static class Samples
{
    /// <summary>The settings of a run that names neither sources nor a configuration: what its minutes are spent on (docs/evaluation.md).</summary>
    public const string Preset = "samples";

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");
}
