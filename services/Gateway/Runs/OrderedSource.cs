using System.Text.Json;

namespace AgentScaler.Gateway.Runs;

/// <summary>One source of API documents: exactly one of <see cref="Upload"/>, <see cref="Path"/> and <see cref="Inline"/>.</summary>
public sealed record OrderedSource
{
    /// <summary>The id that an upload was given.</summary>
    public string? Upload { get; init; }

    /// <summary>A file or folder, relative to the folder that the gateway's <c>Gateway__SourcesFolder</c> mounts.</summary>
    public string? Path { get; init; }

    /// <summary>The document itself, as JSON or as text.</summary>
    public JsonElement? Inline { get; init; }

    /// <summary>The name under which an upload or an inline document is reported, such as <c>shop.yaml</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the upload is an archive that stands for a folder: its members are named as files of a folder are.</summary>
    public bool Folder { get; init; }
}
