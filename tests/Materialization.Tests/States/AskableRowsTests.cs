using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.States;

/// <summary>For every tool there are rows that its arguments can name.</summary>
public sealed class AskableRowsTests
{
    private const string File = """{"type":"object","properties":{"FileId":{"type":"string"},"name":{"type":"string"}}}""";

    private static readonly MaterializationOptions Proofs = new() { DifferentialCalls = 0, MutantsPerTool = 0 };

    [Theory]
    [InlineData("^fs-[0-9a-f]{8}$", "^(arn:aws:[a-z]+:file/fs-[0-9a-f]{8}|fs-[0-9a-f]{8})$", "^(fs|nfs)-[0-9a-f]{8}$")]
    [InlineData("^fs-[0-9a-f]{8}$", "^[A-Z]{4}$", "^[0-9]{5}$")]
    [InlineData("^fs-[0-9a-f]{8}$", "[0-9a-f]{8}$|^arn:file$", "(^fs-[0-9a-f]{8}$)|(^nfs$)")]
    public void Tools_that_write_one_key_in_their_own_ways_all_find_rows(string get, string rename, string delete) => Runs(
        ToolFixture.Http("get_file", "GET", "/files/{FileId}", Keyed(get), File),
        ToolFixture.Http("rename_file", "PATCH", "/files/{FileId}", Keyed(rename, ""","name":{"type":"string"}"""), File),
        ToolFixture.Http("delete_file", "DELETE", "/files/{FileId}", Keyed(delete)));

    [Fact]
    public void Children_are_found_by_the_form_in_which_their_own_tools_write_the_parents_key() => Runs(
        ToolFixture.Http("get_file", "GET", "/files/{FileId}", Keyed("^fs-[0-9a-f]{8}$"), File),
        ToolFixture.Http("list_versions", "GET", "/files/{FileId}/versions", Keyed("^(file/)?fs-[0-9a-f]{8}$"),
            """{"type":"array","items":{"type":"object","properties":{"version_id":{"type":"string"},"FileId":{"type":"string"},"note":{"type":"string"}}}}"""));

    [Fact]
    public void A_value_that_only_the_question_limits_is_one_that_can_be_asked_for()
    {
        var made = Runs(
            ToolFixture.Http("list_favourites", "GET", "/favourites",
                """{"type":"object","required":["kind"],"properties":{"kind":{"type":"string","enum":["project","tag"]}}}""",
                """{"type":"array","items":{"type":"object","properties":{"favourite_id":{"type":"string"},"kind":{"type":"string"}}}}"""));
        Assert.All(made.InitialState.Rows("favourites"), r => Assert.Contains(r["kind"].AsString, new[] { "project", "tag" }));
    }

    [Fact]
    public void A_column_of_texts_that_is_asked_for_by_number_holds_numbers()
    {
        var made = Runs(
            ToolFixture.Http("list_lanes", "GET", "/lanes", """{"type":"object","required":["board"],"properties":{"board":{"type":"integer"}}}""",
                """{"type":"array","items":{"type":"object","properties":{"lane_id":{"type":"integer"},"board":{"type":"string"}}}}"""));
        Assert.All(made.InitialState.Rows("lanes"), r => Assert.True(long.TryParse(r["board"].AsString, out _)));
    }

    [Fact]
    public void Who_leaves_an_argument_to_its_default_finds_rows_too()
    {
        var made = Runs(
            ToolFixture.Http("list_shows", "GET", "/shows", """{"type":"object","properties":{"country":{"type":"string","default":"us"}}}""",
                """{"type":"array","items":{"type":"object","properties":{"show_id":{"type":"string"},"country":{"type":"string"}}}}"""));
        Assert.Contains(made.InitialState.Rows("shows"), r => r["country"] == "us");
        Assert.Contains(made.InitialState.Rows("shows"), r => r["country"] != "us");
    }

    [Fact]
    public void A_read_that_no_row_can_answer_answers_from_its_arguments_and_says_so()
    {
        var made = Runs(
            ToolFixture.Http("get_site", "GET", "/sites/{site_id}", """{"type":"object","required":["site_id"],"properties":{"site_id":{"type":"integer"}}}""",
                """{"type":"object","properties":{"site_id":{"type":"integer"},"name":{"type":"string"}}}"""),
            ToolFixture.Http("get_device", "GET", "/sites/{site_id}/devices/{device_id}",
                """{"type":"object","required":["site_id","device_id"],"properties":{"site_id":{"type":"string","format":"uuid"},"device_id":{"type":"string"}}}""",
                """{"type":"object","properties":{"device_id":{"type":"string"},"site_id":{"type":"integer"},"model":{"type":"string"}}}"""),
            ToolFixture.Http("add_device", "POST", "/sites/{site_id}/devices",
                """{"type":"object","required":["site_id","model"],"properties":{"site_id":{"type":"integer"},"model":{"type":"string"}}}""",
                """{"type":"object","properties":{"device_id":{"type":"string"},"site_id":{"type":"integer"},"model":{"type":"string"}}}"""));
        var device = made.Description.Tools.Single(t => t.Name == "get_device");
        Assert.Equal("lookup", device.Does);
        Assert.Contains(device.Evidence, e => e.StartsWith("No row can be found by its arguments", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_few_rows_exist_one_is_still_free_to_be_deleted() => Runs(
        ToolFixture.Http("list_sites", "GET", "/sites", "{}",
            """{"type":"array","maxItems":3,"items":{"type":"object","properties":{"site_id":{"type":"string"},"name":{"type":"string"}}}}"""),
        ToolFixture.Http("delete_site", "DELETE", "/sites/{site_id}",
            """{"type":"object","required":["site_id"],"properties":{"site_id":{"type":"string"}}}"""),
        ToolFixture.Http("list_visits", "GET", "/visits", "{}",
            """{"type":"array","items":{"type":"object","required":["visit_id","site_id"],"properties":{"visit_id":{"type":"string"},"site_id":{"type":"string"}}}}"""));

    [Fact]
    public void A_result_too_large_for_a_program_is_shown_less_deep()
    {
        var members = string.Join(',', Enumerable.Range(0, 60).Select(i =>
            $$$"""
            "member{{{i}}}": {"type": "object", "required": ["a", "b", "next"], "properties": {"a": {"type": "string", "pattern": "^[a-z]{3}$"}, "b": {"type": "integer", "maximum": 9}, "next": {"$ref": "#/$defs/node"} } }
            """));
        Runs(ToolFixture.Http(
            "send_message",
            "POST",
            "/messages",
            """{"type":"object","required":["text"],"properties":{"text":{"type":"string"},"to":{"type":"string"}}}""",
            $$$"""{"$ref": "#/$defs/node", "$defs": {"node": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, {{{members}}} } } } }"""));
    }

    [Theory]
    [InlineData("list_cities", "/cities", "/cities/{city}", "city", "city")]
    [InlineData("list_users", "/users", "/users/{name}", "name", "email")]
    [InlineData("list_slots", "/slots", "/slots/{end_date}", "end_date", "start_date")]
    public void A_key_that_means_something_stays_one(string name, string list, string item, string key, string other)
    {
        var row =
            $$$"""{"type":"object","required":["{{{key}}}"],"properties":{"{{{key}}}":{"type":"string"},"{{{other}}}":{"type":"string"},"country":{"type":"string"},"region":{"type":"string"} } }""";
        Runs(
            ToolFixture.Http(name, "GET", list, "{}", $$"""{"type":"array","items":{{row}}}"""),
            ToolFixture.Http("get_one", "GET", item, $$"""{"type":"object","required":["{{key}}"],"properties":{"{{key}}":{"type":"string"} } }""", row));
    }

    [Fact]
    public void Names_of_signs_alone_and_statuses_of_mixed_kinds_are_taken_as_they_are() => Runs(
        ToolFixture.Http("get_ticket", "GET", "/tickets/{id}", """{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}""",
            """{"type":"object","properties":{"id":{"type":"string"},"$":{"type":"string"},"status":{"enum":["open",5,"closed"]}}}"""),
        ToolFixture.Http("close_ticket", "POST", "/tickets/{id}/close", """{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}"""));

    private static string Keyed(string pattern, string more = "") =>
        $$$"""{"type":"object","required":["FileId"],"properties":{"FileId":{"type":"string","pattern":{{{Value.From(pattern).ToJson()}}} }{{{more}}} } }""";

    /// <summary>Every tool is called with success.</summary>
    private static MaterializedDomain Runs(params ToolSpecification[] tools)
    {
        var made = ToolFixture.Materialize("askable", tools, Proofs);
        Assert.Null(made.Rejection);
        Assert.All(made.Checks.Tools, c => Assert.True(c.Executed, $"{c.Name}: {c.Detail}"));
        return made;
    }
}
