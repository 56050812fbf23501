using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Programs;

/// <summary>The shop with a table of one row, definitions that its programs share, and programs with the forms that bind names in an expression.</summary>
internal static class FormShop
{
    private const string Definitions = """
        [{"define": "line_total", "of": ["line"], "be": ["mul", ["field", ["var", "line"], "quantity"], ["field", ["var", "line"], "price"]]},
         {"define": "lines_of", "of": ["order_id"], "be": ["select", "lines", {"as": "l", "where": ["eq", ["field", ["var", "l"], "order_id"], ["var", "order_id"]]}]},
         {"define": "order_total", "of": ["order_id"], "be":
           ["let", "sum", ["sum_of", ["map", ["call", "lines_of", ["var", "order_id"]], {"as": "l", "do": ["call", "line_total", ["var", "l"]]}]],
             ["mul", ["var", "sum"], ["add", 1, ["field", ["single", "settings"], "tax"]]]]},
         {"define": "rate", "be": ["coalesce", ["field", ["single", "settings"], "tax"], 0]}]
        """;

    private const string Order = """{"type":"object","properties":{"order_id":{"type":"integer"},"least":{"type":"number"}},"required":["order_id"]}""";
    private const string Text = """{"type":"object","properties":{"name":{"type":"string"},"items":{"type":"array","items":{}}},"required":["name","items"]}""";

    private static readonly (string Name, string Parameters, string Body)[] Tools =
    [
        ("order_total", Order, """[{"return": ["call", "order_total", ["arg", "order_id"]]}]"""),
        ("dear_orders", Order, """
            [{"return": ["select", "orders", {"as": "o", "where": ["gt", ["call", "order_total", ["field", ["var", "o"], "order_id"]], ["coalesce", ["arg", "least"], 50]],
              "limit": 5, "map": ["object", {"id": ["field", ["var", "o"], "order_id"], "total": ["call", "order_total", ["field", ["var", "o"], "order_id"]], "rate": ["call", "rate"]}]}]}]
            """),
        ("first_big_line", Order, """
            [{"let": "found", "be": ["find", ["call", "lines_of", ["arg", "order_id"]], {"as": "l", "where": ["ge", ["call", "line_total", ["var", "l"]], ["coalesce", ["arg", "least"], 1]]}]},
             {"guard": ["not", ["is_null", ["var", "found"]]], "code": "not_found", "message": "No line is so big"},
             {"return": ["object", {"line": ["field", ["var", "found"], "line"], "all": ["all", ["call", "lines_of", ["arg", "order_id"]], {"as": "l", "where": ["gt", ["field", ["var", "l"], "quantity"], 1]}]}]}]
            """),
        ("groups", Text, """
            [{"let": "kinds", "be": ["group", ["arg", "items"], {"as": "i", "by": ["kind_of", ["var", "i"]]}]},
             {"return": ["map", ["var", "kinds"], {"as": "g", "do": ["array", ["field", ["var", "g"], "key"], ["count", ["field", ["var", "g"], "items"]]]}]}]
            """),
        ("group_by_value", Text, """[{"return": ["group", ["arg", "items"], {"by": ["if", ["any", ["array", ["var", "row"]], {"as": "x", "where": ["eq", ["var", "x"], 1]}], true, ["var", "row"]]}]}]"""),
        ("known", Text, """
            [{"return": ["let", "name", ["lower", ["arg", "name"]],
              ["object", {"any": ["any", ["arg", "items"], {"as": "i", "where": ["eq", ["var", "i"], ["arg", "name"]]}],
                "same": ["filter", ["arg", "items"], {"as": "i", "where": ["and", ["eq", ["kind_of", ["var", "i"]], "string"], ["eq", ["lower", ["to_text", ["var", "i"]]], ["var", "name"]]]}],
                "twice": ["let", "name", ["concat", ["var", "name"], ["var", "name"]], ["var", "name"]]}]]}]
            """),
        ("settings", Text, """
            [{"update": "settings", "key": "single", "set": {"currency": ["arg", "name"]}, "as": "row"},
             {"return": ["var", "row"]}]
            """),
        ("close", """{"type":"object","properties":{}}""", """[{"delete": "settings", "key": "single"}, {"return": ["single", "settings"]}]"""),
        ("only_order", """{"type":"object","properties":{}}""", """[{"return": ["if", ["gt", ["aggregate", "count", "settings", {}], 0], ["single", "settings"], ["single", "orders"]]}]"""),
    ];

    public static EnvironmentDefinition Definition { get; } = Make();

    public static DatabaseState State { get; } = DatabaseState.From(
        Shop.State.Tables.Select(t => KeyValuePair.Create(t, Shop.State.Rows(t)))
            .Append(KeyValuePair.Create<string, IReadOnlyList<ObjectValue>>("settings", [Value.Parse("""{"id":1,"currency":"EUR","tax":0.1}""").AsObject])));

    private static EnvironmentDefinition Make()
    {
        var definitions = ProgramJson.ReadDefinitions(Value.Parse(Definitions));
        var settings = new TableSchema("settings", ["id"],
        [
            new ColumnSchema("id", ColumnType.Integer), new ColumnSchema("currency", ColumnType.String), new ColumnSchema("tax", ColumnType.Number),
        ]);
        return Shop.Definition with
        {
            Schema = new DatabaseSchema([.. Shop.Definition.Schema.Tables, settings]),
            Tools = [.. Tools.Select(t => new EnvironmentTool("tool_" + t.Name, t.Name, "A tool of a test.", Shop.Json(t.Parameters), Shop.Json("{}")))],
            Programs = [.. Tools.Select(t => Program(t.Name, Value.Parse(t.Body), definitions))],
        };
    }

    private static ToolProgram Program(string name, Value body, IReadOnlyList<SharedDefinition> definitions) => ProgramJson.Read(
        Value.Object(("tool", name), ("writes", name is "settings" or "close"), ("body", body), ("evidence", Value.EmptyArray)), definitions);
}
