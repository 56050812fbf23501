using System.Text;

namespace AgentScaler.Storage;

/// <summary>One stored document. Its key is the run and the id. Ids are hashes of content and never contain the run.</summary>
/// <param name="Body">JSON text of at most <see cref="MaxBodyBytes"/>.</param>
/// <param name="Indexes">Values of the collection's declared indexes, by name. An index without a value is left out.</param>
/// <param name="Version">0 before the first write; each change adds one.</param>
public sealed record Document(
    string Run,
    string Id,
    string Body,
    IReadOnlyDictionary<string, string> Indexes,
    long Version = 0)
{
    /// <summary>Most bytes of a body, well below MongoDB's limit of 16 MB. A larger body belongs in the artifact store.</summary>
    public const int MaxBodyBytes = 12 * 1024 * 1024;

    /// <summary>Checks the size of the body.</summary>
    /// <exception cref="ArgumentException">The body has more than <see cref="MaxBodyBytes"/> bytes.</exception>
    public void RequireBounded()
    {
        if (Encoding.UTF8.GetMaxByteCount(Body.Length) > MaxBodyBytes && Encoding.UTF8.GetByteCount(Body) > MaxBodyBytes)
        {
            throw new ArgumentException($"Document '{Id}' is larger than {MaxBodyBytes} bytes; put its body into the artifact store.");
        }
    }
}
