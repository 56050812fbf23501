using System.Text.Json.Nodes;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests;

/// <summary>Databases as people keep them: whatever a dump is like, its domain is materialized with every value of it, or is rejected with a reason.</summary>
public sealed class DumpAdoptionTests
{
    private static readonly MaterializationOptions Plain = new() { DifferentialCalls = 0, MutantsPerTool = 0 };

    public static TheoryData<string, string> Dumps => new()
    {
        { "nothing", "{}" },
        { "an empty list", """{"orders":[],"customers":[{"id":"c1","email":"a@b.c","name":"Ada"}]}""" },
        { "an empty object", """{"orders":{},"customers":{"c1":{"email":"a@b.c","name":"Ada"}}}""" },
        { "empty members that no tool names", """{"queue":[],"settings":{},"orders":[{"id":"o1","status":"paid"}]}""" },
        { "a list of scalars", """{"orders":["o1","o2"],"tags":["a","a",null],"numbers":[1,1,2.5]}""" },
        { "scalars at top level", """{"today":"2026-01-01","counter":7,"open":true,"nobody":null,"orders":[]}""" },
        { "scalars alone", """{"level":3,"mode":"eco"}""" },
        { "rows without a key", """{"orders":[{"status":"paid","total":5},{"status":"paid","total":5}],"log":[{"a":null},{"b":[]}]}""" },
        { "rows whose keys are of two types", """{"orders":[{"id":"o1","total":1},{"id":2,"total":2}]}""" },
        { "rows whose key is missing in one", """{"orders":[{"id":"o1"},{"total":3},{"id":null}]}""" },
        { "a column of several types",
            """{"orders":[{"id":"o1","total":"five","items":3},{"id":"o2","total":5,"items":[]},{"id":"o3","total":null,"items":{"a":1}}]}""" },
        { "null rows", """{"orders":[null,{"id":"o1"}],"customers":[null,null]}""" },
        { "a map of maps", """{"customers":{"c1":{"orders":{"o1":{"total":3}}},"c2":{"orders":{}}},"index":{"a":{"b":{"c":{"d":1}}}}}""" },
        { "a map of lists", """{"customers":{"c1":[{"x":1}],"c2":[]},"orders":{"o1":["a","b"],"o2":[]}}""" },
        { "lists of rows in rows",
            """{"orders":[{"id":"o1","lines":[{"sku":"a","parts":[{"no":1},{"no":1}]},{"sku":"b","parts":[]}]},{"id":"o2","lines":[]},{"id":"o3"}]}""" },
        { "maps in rows, and keys that are unique within one row alone",
            """{"customers":[{"id":"c1","cards":{"k1":{"n":1},"k2":{"n":2}}},{"id":"c2","cards":{"k1":{"n":3}}},{"id":"c3","cards":null}]}""" },
        { "maps from user to id to event", """{"users":{"ann":{"age":1},"bob":{"age":2}},"events":{"ann":{"e1":{"event_id":"e1"},"e2":{"event_id":"e2"}},"bob":{}}}""" },
        { "a map to lists of rows", """{"members":["ann","bob","eve"],"inbox":{"ann":[{"body":"hi"},{"body":"hi"}],"bob":[],"eve":[{"body":"yo"}]}}""" },
        { "a map to texts in an object", """{"drive":{"owner":"me","files":{"a.txt":"one","b.txt":"two"}}}""" },
        { "objects that hold tables", """{"carrier":{"plans":[{"plan_id":"p1"}],"lines":[{"line_id":"l1","plan_id":"p1"}]},"phone":{"radio":{"on":true},"sim":{"pin":3}}}""" },
        { "containers that say nothing", """{"users":{"data":{"u1":{"user_id":"u1"}},"notes":""},"cards":{"data":{"k1":{"card_id":"k1"}},"notes":"x"}}""" },
        { "lists in rows that are mixed", """{"orders":[{"id":"o1","lines":[1,{"sku":"a"}]},{"id":"o2","lines":[[{"sku":"b"}]]},{"id":"o3","lines":"none"}]}""" },
        { "names that clash inside rows",
            """{"orders":[{"id":"o1","lines":[{"order_id":"x","position":7,"lines":[{"a":1}]}]}],"lines":[{"id":"l1","lines":[{"b":2}]}]}""" },
        { "a member inside a member of its name", """{"folder":{"name":"/","items":[{"name":"a","items":[{"name":"b","items":[]}]}]}}""" },
        { "one object deep in another", """{"shop":{"customers":[{"id":"c1"}],"orders":{"o1":{"lines":[{"sku":"a"}]}},"open":true}}""" },
        { "two members of one resource", """{"order":{"o1":{"total":1}},"orders":[{"id":"o2"}],"Orders":[3],"ORDER":{}}""" },
        { "names of signs, none, and ours",
            """{"":[{"":1}],"#":[{"_":"x","-":2}],"_session":[{"who":"me"}],"order status":[{"the id":"1"}],"A.b":[{"c.d":"e"}]}""" },
        { "a session of its own", """{"_session":[{"clock":1767225600}],"orders":[{"id":"o1"}]}""" },
        { "enumerations that the tools do not know",
            """{"orders":[{"id":"o1","status":"lost"},{"id":"o2","status":"found"},{"id":"o3","status":"lost"},{"id":"o4","status":"found"}]}""" },
        { "references that lead nowhere",
            """{"orders":[{"id":"o1","customer_id":"c9","status":"pending"}],"customers":[{"id":"c1","email":"x","name":"y"}]}""" },
        { "keys that are numbers", """{"orders":{"1":{"total":2},"2":{"total":3}},"customers":[{"id":1.5,"name":"a"},{"id":2.5,"name":"b"}]}""" },
    };

    [Theory]
    [MemberData(nameof(Dumps))]
    public void Every_value_of_a_dump_stands_in_the_initial_state(string what, string dump)
    {
        var result = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain with { State = dump });

        Assert.True(result.Materialized, $"{what}: {result.Rejection}");
        Assert.Empty(Values(dump).Except(Values(result.InitialState.ToJson())));
        Assert.All(result.InitialState.Tables.Where(t => t != "_session"), t => Assert.NotNull(result.Definition!.Schema.Table(t)));
        var environment = CompiledEnvironment.Compile(result.Definition!, result.InitialState);
        Assert.All(result.Definition!.Tools,
            tool => Assert.NotEqual(Environments.Programs.ErrorCode.UnknownTool, environment.Open().Call(tool.Name, Value.Object()).Error?.Code));
    }

    [Fact]
    public void Both_executions_agree_on_an_adopted_dump_of_mixed_forms()
    {
        const string dump = """
            {"orders":[{"status":"paid","total":5},{"status":"paid","total":"five"},{"status":null}],"customers":{"c1":["a"],"c2":[]},
             "today":"2026-01-01","queue":[],"log":[1,{"a":2},null]}
            """;
        var result = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain with { State = dump, DifferentialCalls = 20 });

        Assert.True(result.Materialized, result.Rejection);
        Assert.True(result.Checks.DifferentialRan, result.Checks.DifferentialReason);
        Assert.True(result.Checks.Tools.Sum(c => c.DifferentialCalls) > 100);
        Assert.All(result.Checks.Tools, c => Assert.True(c.DifferentialMismatches == 0, $"{c.Name}: {c.Detail}"));
    }

    [Theory]
    [InlineData("2024-05-01T10:00:00Z")]
    [InlineData("2024-05-01T10:00:00.125+02:00")]
    [InlineData("last Monday")]
    public void Dumped_times_are_shown_as_they_are(string time)
    {
        var dump = $$"""{"orders":[{"id":"o1","status":"paid","created_at":"{{time}}"}],"customers":[]}""";
        var result = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain with { State = dump });

        Assert.True(result.Materialized, result.Rejection);
        var session = CompiledEnvironment.Compile(result.Definition!, result.InitialState).Open();
        Assert.Equal(time, session.Call("get_order", Value.Object(("order_id", "o1"))).Result["created_at"].AsString);
        Assert.Equal(time, session.Call("list_orders", Value.Object()).Result["data"].AsArray[0]["created_at"].AsString);
    }

    [Fact]
    public void A_tool_that_an_empty_table_refuses_is_on_offer()
    {
        var result = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain with { State = """{"orders":[],"customers":[]}""" });

        Assert.Equal("not_found", result.Checks.Tools.Single(c => c.Name == "get_order").Refusal);
        Assert.Equal(ToolFixture.Shop().Select(t => t.Name).Order(), result.Definition!.Tools.Select(t => t.Name).Order());
        var named = MaterializationFigures.Of(result, result.Definition!.Tools.Count).NeverExecuted!;
        Assert.Equal(result.Checks.Tools.Where(c => !c.Executed).Select(c => c.Name).Order(StringComparer.Ordinal), named.Keys);
        Assert.All(named.Values, Assert.NotEmpty);
    }

    [Theory]
    [InlineData("[]", "object of tables")]
    [InlineData("3", "object of tables")]
    [InlineData("""{"orders":[{"id":1e999}]}""", "range")]
    [InlineData("{", "JSON")]
    public void What_is_no_dump_is_rejected_with_its_reason(string dump, string reason)
    {
        var result = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain with { State = dump });

        Assert.StartsWith("The state cannot be adopted: ", result.Rejection, StringComparison.Ordinal);
        Assert.Contains(reason, result.Rejection, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Both_executions_agree_on_drawn_dumps()
    {
        for (var seed = 1000; seed < 1012; seed++)
        {
            var dump = new DrawnDump(seed).ToJson();
            var result = ToolFixture.Materialize("drawn", seed % 2 == 0
                ? ToolFixture.Shop()
                : ToolFixture.Helpdesk(), Plain with { State = dump, DifferentialCalls = 4 });

            Assert.True(result.Checks.DifferentialRan, $"seed {seed}, {dump}: {result.Checks.DifferentialReason}");
            Assert.All(result.Checks.Tools, c => Assert.True(c.DifferentialMismatches == 0, $"seed {seed}, {dump}: {c.Name}: {c.Detail}"));
        }
    }

    /// <summary>Dumps of any form, drawn with names that the tools know and values that they do not expect.</summary>
    [Fact]
    public void No_dump_is_a_defect()
    {
        IReadOnlyList<Tools.ToolSpecification>[] domains = [ToolFixture.Shop(), ToolFixture.Helpdesk(), ToolFixture.Aws()];
        for (var seed = 0; seed < 200; seed++)
        {
            var dump = new DrawnDump(seed).ToJson();
            var result = ToolFixture.Materialize("drawn", domains[seed % domains.Length], Plain with { State = dump });

            Assert.True(result.Defect is null, $"seed {seed}, {dump}: {result.Defect}");
            Assert.True(result.Materialized, $"seed {seed}, {dump}: {result.Rejection}");
            Assert.Empty(Values(dump).Except(Values(result.InitialState.ToJson())));
        }
    }

    /// <summary>Every scalar of a JSON text but null, as text.</summary>
    private static HashSet<string> Values(string json)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Walk(JsonNode.Parse(json));
        return found;

        void Walk(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (_, member) in members)
                    {
                        Walk(member);
                    }

                    break;
                case JsonArray items:
                    foreach (var item in items)
                    {
                        Walk(item);
                    }

                    break;
                case not null:
                    found.Add(Value.Parse(node.ToJsonString()).ToCanonicalJson());
                    break;
            }
        }
    }
}
