using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>The word lists of derived values: one embedded file, which the Python emitter writes out too.</summary>
internal static class DerivedWords
{
    public static string Json { get; } = Read();

    public static ObjectValue Lists { get; } = Value.Parse(Json).AsObject;

    private static string Read()
    {
        using var stream = typeof(DerivedWords).Assembly.GetManifestResourceStream("derived-words.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
