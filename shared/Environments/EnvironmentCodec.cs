using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Environments;

/// <summary>The JSON documents of an environment folder (contract, section 3).</summary>
public static class EnvironmentCodec
{
    /// <summary>Writes <c>schema.json</c>.</summary>
    public static string WriteSchema(DatabaseSchema schema) => JsonSerializer.Serialize(schema, ContractJson.Indented) + "\n";

    /// <exception cref="JsonException">The text is not a schema; the message names the place.</exception>
    public static DatabaseSchema ReadSchema(string json) =>
        JsonSerializer.Deserialize<DatabaseSchema>(json, ContractJson.Options) is { Tables: not null } schema
            && schema.Tables.All(t => t is { Name: not null, PrimaryKey: not null, Columns: not null } && t.Columns.All(c => c?.Name is not null))
            ? schema
            : throw new JsonException("schema.json: expected {\"tables\": [{\"name\", \"primary_key\", \"columns\": [{\"name\", \"type\", ...}]}]}.");

    /// <summary>Writes <c>tools.json</c>: the OpenAI function tools that an agent gets.</summary>
    public static string WriteTools(IReadOnlyList<EnvironmentTool> tools) =>
        JsonSerializer.Serialize(tools.Select(Function), ContractJson.Indented) + "\n";

    /// <summary>Writes <c>programs.json</c>, with one program on each line, after the definitions that the programs share.</summary>
    public static string WritePrograms(IReadOnlyList<ToolProgram> programs)
    {
        var text = new StringBuilder("[");
        foreach (var entry in SharedDefinitions.In(programs).Select(ProgramJson.Write).Concat(programs.Select(p => ProgramJson.Write(p, []))))
        {
            text.Append(text.Length == 1 ? "\n" : ",\n").Append(entry.ToJson());
        }

        return text.Append("\n]\n").ToString();
    }

    /// <exception cref="ProgramException">A program cannot be read.</exception>
    /// <exception cref="JsonException">The text is not a JSON array.</exception>
    public static IReadOnlyList<ToolProgram> ReadPrograms(string json)
    {
        var entries = Value.Parse(json);
        if (!entries.IsArray)
        {
            throw new JsonException("programs.json: expected an array of programs.");
        }

        var parts = entries.AsArray.ToArray().ToLookup(e => e.IsObject && !e["define"].IsNull);
        var definitions = ProgramJson.ReadDefinitions(Value.From(parts[true]));
        return [.. parts[false].Select(p => ProgramJson.Read(p, definitions))];
    }

    /// <summary>Writes <c>environment.json</c>: names and ids, and the schema of each tool's result, which agents do not see.</summary>
    internal static string WriteEnvironment(EnvironmentDefinition definition) => JsonSerializer.Serialize(
        new EnvironmentDocument(
            definition.Id,
            definition.Domain,
            definition.Slug,
            definition.Name,
            [.. definition.Tools.Select(t => new ToolDocument(t.Id, t.Name, t.Returns, t.SourceName))]),
        ContractJson.Indented) + "\n";

    internal static EnvironmentDefinition ReadEnvironment(
        string environmentJson, DatabaseSchema schema, string toolsJson, IReadOnlyList<ToolProgram> programs, string policy)
    {
        var document = JsonSerializer.Deserialize<EnvironmentDocument>(environmentJson, ContractJson.Options)
            ?? throw new JsonException("environment.json: expected an object.");
        var functions = JsonSerializer.Deserialize<FunctionDocument[]>(toolsJson, ContractJson.Options)
            ?? throw new JsonException("tools.json: expected an array of tools.");
        var byName = document.Tools.ToDictionary(t => t.Name, StringComparer.Ordinal);
        EnvironmentTool[] tools =
        [
            .. functions.Select(f => f.Function).Select(f => byName.TryGetValue(f.Name, out var tool)
                ? new EnvironmentTool(tool.Id, f.Name, f.Description, f.Parameters, tool.Returns) { SourceName = tool.SourceName }
                : throw new JsonException($"environment.json: there is no entry for the tool {f.Name} of tools.json.")),
        ];
        return new EnvironmentDefinition(document.Id, document.Domain, document.Slug, document.Name, schema, tools, programs, policy);
    }

    private static FunctionDocument Function(EnvironmentTool tool) =>
        new("function", new FunctionBody(tool.Name, tool.Description, tool.Parameters));

    private sealed record FunctionDocument(string Type, FunctionBody Function);

    private sealed record FunctionBody(string Name, string Description, JsonElement Parameters);

    private sealed record EnvironmentDocument(string Id, string Domain, string Slug, string Name, IReadOnlyList<ToolDocument> Tools);

    private sealed record ToolDocument(
        string Id, string Name, JsonElement Returns, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SourceName = null);
}
