using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Storing;

/// <summary>Writes a collection's results to the store, many in one round trip. Existing documents stay.</summary>
public sealed class StoreSink(IDocumentStore store, string run) : ICollectionSink
{
    private const int BatchDocuments = 500;
    private const int BatchCharacters = 8_000_000;

    private readonly List<Document> _tools = [];
    private readonly List<Document> _rejected = [];
    private long _characters;

    public async ValueTask AddToolAsync(ToolSpecification tool, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var document = TypedDocuments.Of(run, tool.Id, tool, ("effect", tool.Effect.ToString().ToLowerInvariant()));
        _tools.Add(document);
        _characters += document.Body.Length;
        if (_tools.Count >= BatchDocuments || _characters >= BatchCharacters)
        {
            await FlushAsync(cancellationToken);
        }
    }

    public async ValueTask AddRejectedAsync(RejectedTool rejected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        var id = ContentId.Of("rejected", rejected.Source, rejected.Locator, rejected.Name, rejected.Reason);
        var document = TypedDocuments.Of(run, id, rejected, ("reason", rejected.Reason));
        _rejected.Add(document);
        _characters += document.Body.Length;
        if (_rejected.Count >= BatchDocuments || _characters >= BatchCharacters)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes the buffered results.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_tools.Count > 0)
        {
            await store.PutManyIfAbsentAsync(Collections.Tools, _tools, cancellationToken);
            _tools.Clear();
        }

        if (_rejected.Count > 0)
        {
            await store.PutManyIfAbsentAsync(Collections.RejectedTools, _rejected, cancellationToken);
            _rejected.Clear();
        }

        _characters = 0;
    }
}
