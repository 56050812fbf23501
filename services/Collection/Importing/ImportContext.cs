using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Schemas;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>The services of an importer for one document.</summary>
internal sealed class ImportContext(LoadedDocument document, DocumentReader reader, CollectionOptions options, CancellationToken cancellationToken)
{
    private SchemaCompiler? _requests;
    private SchemaCompiler? _responses;
    private UnionFlattener? _unions;
    private readonly List<ImportResult> _results = [];

    public LoadedDocument Document { get; } = document;

    public CollectionOptions Options { get; } = options;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public RepairLog Repairs { get; } = new();

    public ReferenceResolver References { get; } = new(reader, cancellationToken);

    /// <summary>The members that the importer did not read.</summary>
    public UnreadLog Unread { get; } = new();

    public SchemaCompiler Requests => _requests ??= new SchemaCompiler(References, SchemaUse.Request, Repairs, Unread);

    public SchemaCompiler Responses => _responses ??= new SchemaCompiler(References, SchemaUse.Response, Repairs, Unread);

    /// <summary>Turns unions at the root of arguments into one object.</summary>
    public UnionFlattener Unions => _unions ??= new UnionFlattener(References, Repairs);

    public IReadOnlyList<ImportResult> Results => _results;

    public string Locator(params ReadOnlySpan<string> tokens) => Document.PointerPrefix + JsonPointer.Of(tokens);

    /// <summary>Builds the parameters of an operation; null if they are too large, and then the operation is rejected.</summary>
    public (byte[] Parameters, IReadOnlyList<ParameterFact> Facts)? Build(ArgumentsBuilder arguments, string locator, string name)
    {
        var (parameters, facts) = arguments.Build(Options.ParametersBytes);
        if (parameters.Length <= Options.ParametersBytes)
        {
            return (parameters, facts);
        }

        Reject(locator, name, "parameters_too_large", $"{parameters.Length} bytes of required parameters after pruning");
        return null;
    }

    public void Accept(ToolDraft draft) => _results.Add(new ImportResult(draft, null));

    public void Reject(string locator, string name, string reason, string detail) =>
        _results.Add(new ImportResult(null, new RejectedTool(Document.Item.Uri, locator, name, reason, detail)));
}
