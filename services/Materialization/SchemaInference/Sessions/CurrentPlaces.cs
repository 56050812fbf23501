using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises tools that change where the caller is, where a user's own database keeps that as a path: <c>cd(folder)</c> beside <c>current_directory</c>.
/// </summary>
internal static class CurrentPlaces
{
    private static readonly HashSet<string> Columns = new(StringComparer.Ordinal)
    {
        "current_directory", "current_working_directory", "working_directory", "cwd", "current_dir", "working_dir", "current_folder", "current_path",
    };

    private static readonly HashSet<string> Places = new(StringComparer.Ordinal) { "directory", "dir", "folder", "path" };

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "change", "enter", "go", "navigate", "switch", "open" };

    public static Setting? Of(ToolReading reading, DumpAdoption dump)
    {
        if (reading.Parameters.Where(p => p.Role == ParameterRole.Field).ToList() is not [{ Required: true, Node.Kind: NodeKind.String, Container: null } step]
            || !Changes(reading))
        {
            return null;
        }

        return dump.Singles.SelectMany(s => s.Row.Where(m => m.Value.IsString && Columns.Contains(Words.Snake(m.Key))).Select(m => (s.Resource, m.Key)))
            .Select(c => new Setting(c.Resource, [new SettingChange(c.Key, By: step) { Walks = true }])).FirstOrDefault();
    }

    private static bool Changes(ToolReading reading) => reading.Said is ["cd" or "chdir"]
        || (reading.Said.Any(Verbs.Contains) && reading.Said.Any(Places.Contains));
}
