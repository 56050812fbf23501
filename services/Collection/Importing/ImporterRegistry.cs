using System.Text.Json;
using AgentScaler.Collection.Importing.Functions;
using AgentScaler.Collection.Importing.OpenApi;

namespace AgentScaler.Collection.Importing;

/// <summary>The importers, the most specific first. The first that recognises a document imports it.</summary>
internal sealed class ImporterRegistry
{
    private readonly IToolImporter[] _importers =
    [
        new OpenApiImporter(),
        new BotocoreImporter(),
        new ToolBenchImporter(),
        new SealToolsImporter(),
        new NestfulImporter(),
        new ToolListImporter(),
    ];

    public IToolImporter? For(JsonElement root) => Array.Find(_importers, importer => importer.Recognizes(root));
}
