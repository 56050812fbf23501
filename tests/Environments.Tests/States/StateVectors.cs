using System.Text.Json;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Environments.Tests.States;

/// <summary>The committed cases of docs/states.md, which both executions must answer alike.</summary>
public static class StateVectors
{
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Vectors", "states.json");

    public static JsonElement Document { get; } = JsonDocument.Parse(System.IO.File.ReadAllBytes(File)).RootElement;

    public static DatabaseSchema Schema { get; } = Document.GetProperty("schema").Deserialize<DatabaseSchema>(ContractJson.Options)!;

    public static DatabaseState Initial { get; } = State(Document.GetProperty("initial"));

    public static DatabaseState State(JsonElement state) => DatabaseState.Parse(state.GetRawText());

    public static TheoryData<string> Names(string section) =>
        [.. Document.GetProperty(section).EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    public static JsonElement Case(string section, string name) =>
        Document.GetProperty(section).EnumerateArray().First(c => c.GetProperty("name").GetString() == name);

    public static IEnumerable<(string Json, string Canonical)> Canonical() => Document.GetProperty("canonical").EnumerateArray()
        .Select(c => (c.GetProperty("json").GetString()!, c.GetProperty("canonical").GetString()!));

    public static IEnumerable<string> Texts(string section) =>
        Document.GetProperty(section).EnumerateArray().Select(t => t.GetString()!);

    public static string Canonical(JsonElement json) => Value.Parse(json.GetRawText()).ToCanonicalJson();
}
