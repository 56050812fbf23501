using AgentScaler.Storage;

namespace AgentScaler.Gateway.Files;

/// <summary>One workspace file of a run, made from the store on demand.</summary>
/// <param name="Path">Its path in a workspace, with <c>/</c>.</param>
/// <param name="Stage">Fingerprint of the stage that produced it; null if it may change at any time (report, traces).</param>
/// <param name="WriteAsync">Streams the bytes. They are the same each time as long as the fingerprint is.</param>
public sealed record RunFile(string Path, string? Stage, Func<Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>The artifact with exactly these bytes; null if the file is made from documents.</summary>
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
