using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Importing.Functions;
using AgentScaler.Collection.Importing.OpenApi;

namespace AgentScaler.Collection.Importing;

/// <summary>The importers, the most specific first. The first that recognises a document imports it.</summary>
internal sealed class ImporterRegistry
{
    /// <summary>Importers of one format each, whose documents say what they are.</summary>
    private readonly IToolImporter[] _particular =
    [
        new OpenApiImporter(),
        new BotocoreImporter(),
    ];

    /// <summary>Importers of lists of functions. Documents of other formats may look like such a list, so those that are known are no lists.</summary>
    private readonly IToolImporter[] _lists =
    [
        new ToolBenchImporter(),
        new SealToolsImporter(),
        new NestfulImporter(),
        new ToolListImporter(),
    ];

    /// <param name="foreign">The unread format that the document seems to have, or null.</param>
    public IToolImporter? For(JsonElement root, ForeignFormat? foreign) =>
        Array.Find(_particular, importer => importer.Recognizes(root))
            ?? (foreign is { IsInterface: true } && root.Member("mcpServers") is null ? null : Array.Find(_lists, importer => importer.Recognizes(root)));
}
