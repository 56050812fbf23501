using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Fixtures;

/// <summary>A shop written by hand: customers, products, orders with lines and a life cycle, money transfers, an outbox, derived weather.</summary>
public static class Shop
{
    private static readonly Lazy<(EnvironmentDefinition Definition, DatabaseState State)> Loaded = new(Load);
    private static readonly Lazy<CompiledEnvironment> Ready = new(() => CompiledEnvironment.Compile(Definition, State));

    public static EnvironmentDefinition Definition => Loaded.Value.Definition;

    public static DatabaseState State => Loaded.Value.State;

    public static CompiledEnvironment Compiled => Ready.Value;

    /// <summary>The shop with one more tool, whose program is given as JSON.</summary>
    public static EnvironmentDefinition With(string name, string parametersJson, string bodyJson)
    {
        var body = Value.Parse(bodyJson);
        var tool = new EnvironmentTool("tool_" + name, name, "A tool of a test.", Json(parametersJson), Json("{}"));
        return Definition with { Tools = [.. Definition.Tools, tool], Programs = [.. Definition.Programs, Program(name, body)] };
    }

    /// <summary>What an expression over the arguments a, b and c gives.</summary>
    public static ToolResult Evaluate(string expressionJson, string argumentsJson = "{}")
    {
        var definition = With(
            "expression", """{"type":"object","properties":{"a":{},"b":{},"c":{}}}""", $$"""[{"return": {{expressionJson}}}]""");
        return CompiledEnvironment.Compile(definition, State).Open().Call("expression", Value.Parse(argumentsJson));
    }

    public static ToolResult Ask(this EnvironmentSession session, string tool, string argumentsJson) =>
        session.Call(tool, Value.Parse(argumentsJson));

    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static ToolProgram Program(string name, Value body)
    {
        var text = body.ToJson();
        var writes = text.Contains("\"insert\":", StringComparison.Ordinal)
            || text.Contains("\"update\":", StringComparison.Ordinal)
            || text.Contains("\"delete\":", StringComparison.Ordinal);
        return ProgramJson.Read(Value.Object(("tool", name), ("writes", writes), ("body", body), ("evidence", Value.EmptyArray)));
    }

    private static (EnvironmentDefinition Definition, DatabaseState State) Load()
    {
        using var stream = typeof(Shop).Assembly.GetManifestResourceStream("shop.json")!;
        using var reader = new StreamReader(stream);
        var shop = Value.Parse(reader.ReadToEnd());
        var tools = shop["tools"].AsArray.ToArray();
        var schema = JsonSerializer.Deserialize<DatabaseSchema>(shop["schema"].ToJson(), ContractJson.Options)!;
        schema = schema with { Tables = [.. schema.Tables.Select(t => t.Unique is null ? t with { Unique = [] } : t)] };
        var definition = new EnvironmentDefinition(
            "env_shop",
            "domain_shop",
            "shop",
            "Shop",
            schema,
            [.. tools.Select(t => new EnvironmentTool(
                "tool_" + t["name"].AsString, t["name"].AsString, t["description"].AsString, Json(t["parameters"].ToJson()), Json("{}")))],
            [.. tools.Select(t => Program(t["name"].AsString, t["body"]))],
            "Be kind.\n");
        return (definition, DatabaseState.Parse(shop["state"].ToJson()));
    }
}
