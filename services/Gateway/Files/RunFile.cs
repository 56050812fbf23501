using AgentScaler.Storage;

namespace AgentScaler.Gateway.Files;

/// <summary>One workspace file of a run, as it is made from the store.</summary>
/// <param name="Path">Where it stands in a workspace, with <c>/</c>.</param>
/// <param name="Stage">Fingerprint of the stage whose result it is; null where it may change at any time (the report, traces).</param>
/// <param name="WriteAsync">Streams the file's bytes; the same bytes each time while the fingerprint is the same.</param>
public sealed record RunFile(string Path, string? Stage, Func<Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>The artifact that holds exactly these bytes, where there is one.</summary>
    public ArtifactReference? Artifact { get; init; }

    public string MediaType => System.IO.Path.GetExtension(Path) switch
    {
        ".json" => "application/json",
        ".jsonl" => "application/x-ndjson",
        ".html" => "text/html; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        ".py" or ".jinja" or ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
