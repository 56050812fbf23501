using System.Text.Json;

namespace AgentScaler.Collection.Importing;

/// <summary>Reads one format of tool descriptions.</summary>
internal interface IToolImporter
{
    /// <summary>The format's name in <c>source.format</c>.</summary>
    string Format { get; }

    /// <summary>Whether the document has this format, by its content.</summary>
    bool Recognizes(JsonElement root);

    /// <summary>Gives every operation of the document to the context, accepted or rejected. One bad operation never affects the others.</summary>
    void Import(ImportContext context);
}
