using System.Text.Json;

namespace AgentScaler.Gateway.Runs;

/// <summary>A source of API documents. Exactly one of <see cref="Upload"/>, <see cref="Path"/> and <see cref="Inline"/> is set.</summary>
public sealed record OrderedSource
{
    /// <summary>The id of an upload.</summary>
    public string? Upload { get; init; }

    /// <summary>A file or folder, relative to the folder that <c>Gateway__SourcesFolder</c> names.</summary>
    public string? Path { get; init; }

    /// <summary>The document itself, as JSON or as text.</summary>
    public JsonElement? Inline { get; init; }

    /// <summary>The name under which an upload or an inline document is reported, for example <c>shop.yaml</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the upload is an archive that stands for a folder. Its members are then named as files of a folder.</summary>
    public bool Folder { get; init; }
}
