using System.Text.Json;
using AgentScaler.Collection.Importing.Functions;
using AgentScaler.Collection.Importing.OpenApi;

namespace AgentScaler.Collection.Importing;

/// <summary>The formats, the most particular first: what it recognizes is not asked of the next.</summary>
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
