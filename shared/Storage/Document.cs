using System.Text;

namespace AgentScaler.Storage;

/// <summary>One stored document. The key is (run, id); ids are hashes of content and never contain the run.</summary>
/// <param name="Body">The document itself, JSON text of at most <see cref="MaxBodyBytes"/>.</param>
/// <param name="Indexes">Values of the collection's declared indexes, by name; an index left out is absent.</param>
/// <param name="Version">Grows by one with every change; 0 before the first write.</param>
public sealed record Document(
    string Run,
    string Id,
    string Body,
    IReadOnlyDictionary<string, string> Indexes,
    long Version = 0)
{
    /// <summary>A stored document must stay well below MongoDB's 16 MB; anything larger is an artifact.</summary>
    public const int MaxBodyBytes = 12 * 1024 * 1024;

    /// <exception cref="ArgumentException">The body is too large for a document.</exception>
    public void RequireBounded()
    {
        if (Encoding.UTF8.GetMaxByteCount(Body.Length) > MaxBodyBytes && Encoding.UTF8.GetByteCount(Body) > MaxBodyBytes)
        {
            throw new ArgumentException($"Document '{Id}' is larger than {MaxBodyBytes} bytes; put its body into the artifact store.");
        }
    }
}
