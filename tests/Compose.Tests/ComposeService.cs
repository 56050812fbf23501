namespace AgentScaler.Compose.Tests;

/// <summary>One service of the compose file.</summary>
internal sealed record ComposeService(string Name, YamlMap Content, ComposeFile File)
{
    public string Image => File.Resolve(Content.Text("image")!);

    /// <summary>Built from this repository.</summary>
    public bool IsOurs => Content.Has("build");

    public IReadOnlyDictionary<string, string> Environment =>
        Content.Pairs("environment").ToDictionary(pair => pair.Key, pair => File.Resolve(pair.Value));

    public IReadOnlyList<string> Ports => [.. Content.Texts("ports").Select(File.Resolve)];

    /// <summary>Sources of its mounts: paths of this repository, or names of volumes.</summary>
    public IReadOnlyList<string> Mounts => [.. Content.Texts("volumes").Select(volume => File.Resolve(volume).Split(':')[0])];

    /// <summary>Folders of the container that are mounts.</summary>
    public IReadOnlyList<string> MountedAt => [.. Content.Texts("volumes").Select(volume => File.Resolve(volume).Split(':')[1]), .. Content.Texts("tmpfs")];

    /// <summary>What it waits for, and for what condition.</summary>
    public IReadOnlyDictionary<string, string?> WaitsFor =>
        Content.Map("depends_on").Keys.ToDictionary(name => name, name => Content.Text("depends_on", name, "condition"));

    public IReadOnlyList<string> Profiles => Content.Texts("profiles");
}
