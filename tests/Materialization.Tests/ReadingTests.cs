using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests;

/// <summary>How results and descriptions are read: envelopes, orders, several kinds of values, tools that ask nothing.</summary>
public sealed class ReadingTests
{
    private const string Parcel =
        """{"type":"object","title":"Parcel","properties":{"parcel_id":{"type":"string"},"name":{"type":"string"},"weight":{"type":"number"},"price":{"type":"number"},"received_at":{"type":"string","format":"date-time"},"updated_at":{"type":"string","format":"date-time"}}}""";

    private static CompiledEnvironment Compile(params ToolSpecification[] tools)
    {
        var made = Materialize("parcels", tools);
        Assert.True(made.Materialized, made.Rejection);
        Assert.All(made.Checks.Tools, t => Assert.True(t.BrokenLaws.Count == 0, string.Join("; ", t.BrokenLaws)));
        return CompiledEnvironment.Compile(made.Definition!, made.InitialState);
    }

    [Theory]
    [InlineData("@odata.count", "value", "@odata.nextLink")]
    [InlineData("odata.count", "value", "odata.nextLink")]
    [InlineData("@odata.context", "value", "@odata.nextLink")]
    [InlineData("$count", "items", "$next")]
    [InlineData("@count", "members", "@next")]
    public void Annotations_around_a_list_are_no_members_of_a_row(string count, string list, string next)
    {
        var type = count == "@odata.context" ? "string" : "integer";
        var environment = Compile(Http("list_parcels", "GET", "/parcels", """{"type":"object","properties":{}}""",
            $$$$"""{"type":"object","required":["{{{{count}}}}"],"properties":{"{{{{count}}}}":{"type":"{{{{type}}}}"},"{{{{next}}}}":{"type":"string"},"{{{{list}}}}":{"type":"array","items":{{{{Parcel}}}}}}}"""));
        var rows = environment.InitialState.Rows("parcels");
        var result = environment.Open().Call("list_parcels", Value.EmptyObject).Result;
        Assert.Equal(rows.Count, result[list].AsArray.Length);
        Assert.Equal(rows[0]["name"], result[list].AsArray[0]["name"]);
        Assert.True(type == "string" || result[count].AsNumber == rows.Count, result.ToJson());
        Assert.DoesNotContain(environment.Definition.Schema.Tables.SelectMany(t => t.Columns), c => c.Name == count || c.Name == list);
    }

    [Theory]
    [InlineData("List parcels, the newest first", "received_at", true)]
    [InlineData("Lists parcels. The most recent parcels come first.", "received_at", true)]
    [InlineData("Lists parcels, oldest first.", "received_at", false)]
    [InlineData("Lists parcels in reverse chronological order.", "received_at", true)]
    [InlineData("Lists parcels in chronological order.", "received_at", false)]
    [InlineData("Lists parcels from newest to oldest.", "received_at", true)]
    [InlineData("Lists parcels sorted by weight.", "weight", false)]
    [InlineData("Lists parcels, sorted by weight in descending order.", "weight", true)]
    [InlineData("Lists parcels ordered by price (highest first).", "price", true)]
    [InlineData("Lists parcels ordered by price, highest first.", "price", true)]
    [InlineData("Lists parcels, cheapest first.", "price", false)]
    [InlineData("Lists parcels, highest weight first.", "weight", true)]
    [InlineData("Lists parcels by weight, highest first.", "weight", true)]
    [InlineData("Lists parcels by their weight, lowest first.", "weight", false)]
    [InlineData("Lists parcels alphabetically.", "name", false)]
    [InlineData("Lists parcels. Can be sorted by any given field.", null, false)]
    [InlineData("Lists parcels. First call login.", null, false)]
    public void An_order_that_the_description_states_is_the_order_of_the_list(string description, string? column, bool descending)
    {
        var environment = Compile(Http("list_parcels", "GET", "/parcels", """{"type":"object","properties":{"limit":{"type":"integer"}}}""",
            $$"""{"type":"array","items":{{Parcel}}}""") with
        { Description = description });
        var shown = environment.Open().Call("list_parcels", Value.EmptyObject).Result.AsArray.ToArray();
        var keys = shown.Select(r => column is null ? r["parcel_id"] : r[column]).ToList();
        var expected = keys.ToList();
        expected.Sort((a, b) => (descending ? -1 : 1) * (a.IsNumber ? a.AsNumber.CompareTo(b.AsNumber) : string.CompareOrdinal(a.AsString, b.AsString)));
        Assert.Equal(expected, keys);
    }

    [Fact]
    public void A_mark_is_taken_away_by_deleting_it()
    {
        const string letter = """{"type":"object","properties":{"letter_id":{"type":"string"},"subject":{"type":"string"},"read":{"type":"boolean"}}}""";
        const string one = """{"type":"object","required":["letter_id"],"properties":{"letter_id":{"type":"string"}}}""";
        var environment = Compile(
            Http("get_letter", "GET", "/letters/{letter_id}", one, letter),
            Http("mark_read", "POST", "/letters/{letter_id}/read", one, letter),
            Http("mark_unread", "DELETE", "/letters/{letter_id}/read", one, letter));
        var session = environment.Open();
        var key = Value.Object(("letter_id", environment.InitialState.Rows("letters")[0]["letter_id"]));
        foreach (var (tool, read) in new[] { ("mark_read", true), ("mark_unread", false), ("mark_unread", false), ("mark_read", true) })
        {
            Assert.Equal(read, session.Call(tool, key).Result["read"].AsBoolean);
            Assert.Equal(read, session.Call("get_letter", key).Result["read"].AsBoolean);
        }
    }

    [Theory]
    [InlineData("withdraw_page", "Withdraws a published page to draft.", "published", "draft")]
    [InlineData("void_page", "Voids a page unless it is published.", "published", null)]
    [InlineData("void_page", "Voids a page unless it is published.", "draft", "void")]
    [InlineData("void_page", "Voids a page. Voiding a void page again has no effect and is no error.", "void", "void")]
    [InlineData("void_page", "Voids a page.", "void", null)]
    [InlineData("edit_page", "Edits a page. Only a draft can be edited.", "published", null)]
    public void A_step_leads_where_the_documentation_says_and_from_where_it_allows(string tool, string description, string before, string? after)
    {
        const string page =
            """{"type":"object","properties":{"page_id":{"type":"string"},"title":{"type":"string"},"status":{"type":"string","enum":["draft","published","void"]}}}""";
        const string one = """{"type":"object","required":["page_id"],"properties":{"page_id":{"type":"string"}}}""";
        const string edit = """{"type":"object","required":["page_id","title"],"properties":{"page_id":{"type":"string"},"title":{"type":"string"}}}""";
        var step = tool == "edit_page"
            ? Http(tool, "PATCH", "/pages/{page_id}", edit, page) with { Errors = [new("409", "The page is no draft")] }
            : Http(tool, "POST", $"/pages/{{page_id}}/{tool.Split('_')[0]}", one, page);
        var made = Materialize("pages", [Http("get_page", "GET", "/pages/{page_id}", one, page), step with { Description = description }],
            new MaterializationOptions
            {
                DifferentialCalls = 0,
                MutantsPerTool = 0,
                State = $$"""{"pages":[{"page_id":"p1","title":"A","status":"{{before}}"}]}"""
            });
        var arguments = tool == "edit_page" ? Value.Object(("page_id", "p1"), ("title", "B")) : Value.Object(("page_id", "p1"));
        var result = CompiledEnvironment.Compile(made.Definition!, made.InitialState).Open().Call(tool, arguments);
        Assert.Equal(after ?? "precondition_failed", result.Error is null ? result.Result["status"].AsString : result.Error.Code.Word());
    }

    [Fact]
    public void A_write_to_a_part_of_a_thing_that_answers_with_the_thing_changes_it_and_keeps_the_kind_of_its_value()
    {
        const string dial =
            """{"type":"object","properties":{"key":{"type":"string"},"value":{"oneOf":[{"type":"string"},{"type":"number"},{"type":"boolean"},{"type":"array","items":{"type":"string"}},{"type":"object"}]},"note":{"type":"string","nullable":true}}}""";
        ToolSpecification Set(string name, string part, string type) =>
            Http(name, "PUT", $"/dials/{{key}}/{part}",
                $$$"""{"type":"object","required":["key","value"],"properties":{"key":{"type":"string"},"value":{{{type}}}}}""", dial);
        var environment = Compile(
            Http("getDial", "GET", "/dials/{key}", """{"type":"object","required":["key"],"properties":{"key":{"type":"string"}}}""", dial),
            Set("setText", "text", """{"type":"string"}"""),
            Set("setNumber", "number", """{"type":"number"}"""),
            Set("setFlag", "flag", """{"type":"boolean"}"""),
            Set("setList", "list", """{"type":"array","items":{"type":"string"}}"""),
            Set("setRange", "range", """{"type":"object","properties":{"low":{"type":"number"},"high":{"type":"number"}}}"""));
        Assert.Equal("dials", Assert.Single(environment.Definition.Schema.Tables).Name);
        var key = environment.InitialState.Rows("dials")[0]["key"];
        foreach (var (tool, value) in new[] { ("setNumber", "5.5"), ("setNumber", "5"), ("setText", "\"5\""), ("setFlag", "true"), ("setList", "[\"a\"]"),
            ("setRange", "{\"low\":1,\"high\":2.5}"), ("setText", "\"plain\"") })
        {
            var session = environment.Open();
            var given = Value.Parse(value);
            Assert.Equal(given, session.Call(tool, Value.Object(("key", key), ("value", given))).Result["value"]);
            Assert.Equal(given, session.State().Rows("dials").Single(r => r["key"] == key)["value"]);
            Assert.Equal(given, session.Call("getDial", Value.Object(("key", key))).Result["value"]);
        }
    }

    [Fact]
    public void No_task_asks_for_a_thought_and_none_needs_one()
    {
        ToolSpecification[] tools =
        [
            .. Helpdesk(),
            Function("think", """{"type":"object","required":["thought"],"properties":{"thought":{"type":"string"}}}""",
                """{"type":"object","properties":{"think_id":{"type":"string"},"thought":{"type":"string"}}}"""),
            Function("handoff", """{"type":"object","required":["summary"],"properties":{"summary":{"type":"string"}}}""",
                """{"type":"object","properties":{"handoff_id":{"type":"string"}}}""", ToolEffect.Read),
        ];
        var made = Materialize("helpdesk", tools);
        var set = new TaskGenerator()
            .Generate(CompiledEnvironment.Compile(made.Definition!, made.InitialState), Domain("helpdesk", tools), new TaskOptions { PerDomain = 20 }, 0);
        Assert.Contains(set.Tasks, t => t.Kind == TaskKind.ReadOnly);
        Assert.DoesNotContain(set.Tasks.SelectMany(t => t.GoldenCalls), c => c.Name is "think" or "handoff");
    }

    [Fact]
    public void A_list_that_is_more_than_an_answer_may_hold_is_refused_by_its_own_code_and_the_policy_says_so()
    {
        // Few rows with long lists: what counts is the size of the answer.
        var stops = string.Join(',', Enumerable.Range(0, 100));
        var rows = string.Join(',', Enumerable.Range(0, 1_200).Select(i => $$"""{"parcel_id":"P{{i}}","name":"n","stops":[{{stops}}]}"""));
        var parcel = Parcel.Replace("\"name\":", "\"stops\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}},\"name\":", StringComparison.Ordinal);
        ToolSpecification[] tools =
        [
            Http("list_parcels", "GET", "/parcels", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{parcel}}}"""),
            Http("search_parcels", "GET", "/parcels/search", """{"type":"object","properties":{"limit":{"type":"integer"}}}""",
                $$"""{"type":"array","items":{{parcel}}}"""),
            Http("get_parcel", "GET", "/parcels/{parcel_id}", """{"type":"object","required":["parcel_id"],"properties":{"parcel_id":{"type":"string"}}}""",
                parcel),
        ];
        var made =
            Materialize("parcels", tools, new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, State = $$"""{"parcels":[{{rows}}]}""" });
        Assert.True(made.Materialized, made.Rejection);
        var session = CompiledEnvironment.Compile(made.Definition!, made.InitialState).Open();
        Assert.Equal(ErrorCode.ResultTooLarge, session.Call("list_parcels", Value.EmptyObject).Error!.Code);
        Assert.True(session.Call("get_parcel", Value.Object(("parcel_id", "P7"))).Ok);
        Assert.Contains("`list_parcels` can find more than one answer may hold. Such a call fails with result_too_large", made.Definition!.Policy,
            StringComparison.Ordinal);
        Assert.DoesNotContain("`search_parcels` can find more", made.Definition.Policy, StringComparison.Ordinal);
    }
}
