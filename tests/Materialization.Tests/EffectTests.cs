using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests;

/// <summary>A write changes something, and what a name or a sentence says of it holds.</summary>
public sealed class EffectTests
{
    private const string Memo =
        """{"type":"object","title":"Memo","properties":{"memo_id":{"type":"string"},"title":{"type":"string"},"read":{"type":"boolean"},"is_pinned":{"type":"boolean"},"level":{"type":"string","enum":["low","high"]},"status":{"type":"string","enum":["draft","open","sealed","shredded"]}}}""";
    private const string Key = """{"type":"object","required":["memo_id"],"properties":{"memo_id":{"type":"string"}}}""";

    private static ToolSpecification Get() => Http("get_memo", "GET", "/memos/{memo_id}", Key, Memo);

    private static (MaterializedDomain Made, CompiledEnvironment Environment) Make(params ToolSpecification[] tools)
    {
        var made = Materialize("memos", tools);
        Assert.True(made.Materialized, made.Rejection);
        return (made, CompiledEnvironment.Compile(made.Definition!, made.InitialState));
    }

    public static TheoryData<string, string, string, string, string> Marks => new()
    {
        // Name, method and path, the column, the value that is left.
        { "markUnread", "POST", "/memos/{memo_id}/unread", "read", "false" },
        { "markRead", "POST", "/memos/{memo_id}/read", "read", "true" },
        { "mark_memo_as_read", "POST", "", "read", "true" },
        { "mark_memo_unread", "POST", "", "read", "false" },
        { "pin_memo", "POST", "", "is_pinned", "true" },
        { "unpin_memo", "POST", "", "is_pinned", "false" },
        { "pinMemo", "PUT", "/memos/{memo_id}/pin", "is_pinned", "true" },
        { "unpinMemo", "DELETE", "/memos/{memo_id}/pin", "is_pinned", "false" },
        { "star_memo", "POST", "", "starred", "true" },
        { "unstar_memo", "POST", "", "starred", "false" },
        { "starMemo", "PUT", "/memos/{memo_id}/star", "starred", "true" },
        { "mark_memo_done", "POST", "", "done", "true" },
        { "hide_memo", "POST", "", "hidden", "true" },
        { "mark_memo_as_sealed", "POST", "", "status", "\"sealed\"" },
    };

    [Theory, MemberData(nameof(Marks))]
    public void A_tool_that_takes_a_key_alone_sets_what_its_name_says(string name, string method, string path, string column, string value)
    {
        var tool = path.Length > 0 ? Http(name, method, path, Key) : Function(name, Key, provider: "shop");
        var (made, environment) = Make(Get(), tool);
        Assert.Empty(made.Checks.Tools.Single(t => t.Name == name).BrokenLaws);
        var changed = false;
        foreach (var row in made.InitialState.Rows("memos"))
        {
            var session = environment.Open();
            var result = session.Call(name, Value.Object(("memo_id", row["memo_id"])));
            if (result.Ok)
            {
                var after = session.State().Rows("memos").Single(r => r["memo_id"] == row["memo_id"]);
                Assert.Equal(value, after[column].ToJson());
                Assert.All(row.Where(m => m.Key != column), m => Assert.Equal(m.Value, after[m.Key]));
                changed |= after[column] != row[column];
            }
        }

        Assert.True(changed);
    }

    [Fact]
    public void A_description_that_names_a_column_and_its_value_is_done()
    {
        var (made, environment) =
            Make(Get(), Http("reset_memo", "POST", "/memos/{memo_id}/reset", Key, Memo) with { Description = "Resets the level of a memo to low." });
        var high = made.InitialState.Rows("memos").First(r => r["level"] == "high");
        Assert.Equal("low", environment.Open().Call("reset_memo", Value.Object(("memo_id", high["memo_id"]))).Result["level"].AsString);
    }

    [Theory]
    [InlineData("set_orientation", "orientation")]
    [InlineData("setMode", "mode")]
    public void A_tool_that_takes_the_thing_itself_keeps_it(string name, string parameter)
    {
        var (made, environment) = Make(Get(), Function(name,
            $$$"""{"type":"object","required":["{{{parameter}}}"],"properties":{"{{{parameter}}}":{"type":"string"} } }""", provider: "shop",
            effect: ToolEffect.Write));
        Assert.Empty(made.Checks.Tools.Single(t => t.Name == name).BrokenLaws);
        var session = environment.Open();
        Assert.True(session.Call(name, Value.Object((parameter, "quite new"))).Ok);
        Assert.NotEqual(environment.InitialHash, session.Hash);
    }

    [Fact]
    public void A_write_that_can_never_change_anything_is_named()
    {
        var made = Materialize("memos", [Get(), Http("touch_memo", "PATCH", "/memos/{memo_id}", Key, Memo)]);
        Assert.Contains("no call changes anything", made.Checks.Tools.Single(t => t.Name == "touch_memo").BrokenLaws);
        Assert.Equal(["touch_memo"], MaterializationFigures.Of(made, 2).IdleWrites);
        Assert.DoesNotContain(made.Checks.Tools.Single(t => t.Name == "get_memo").BrokenLaws, l => l.Contains("changes", StringComparison.Ordinal));
    }

    [Fact]
    public void The_law_looks_at_states_alone_so_a_program_that_the_user_gave_is_held_to_it_too()
    {
        const string idle =
            """{"tools":{"change_memo":{"judged":true,"program":{"tool":"change_memo","writes":true,"body":[{"let":"row","be":["get","memos",["arg","memo_id"]]},{"guard":["not",["is_null",["var","row"]]],"code":"not_found","message":"none"},{"update":"memos","key":[["arg","memo_id"]],"set":{"title":["field",["var","row"],"title"]},"as":"after"},{"return":["var","after"]}],"evidence":[]}}}}""";
        var tools = new[] { Get(), Http("change_memo", "PATCH", "/memos/{memo_id}",
            """{"type":"object","required":["memo_id"],"properties":{"memo_id":{"type":"string"},"title":{"type":"string"}}}""", Memo) };
        var made = Materialize("memos", tools, new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, Overrides = idle });
        Assert.Contains("no call changes anything", made.Checks.Tools.Single(t => t.Name == "change_memo").BrokenLaws);
    }

    public static TheoryData<string, string?, string[]> Preconditions => new()
    {
        // What is documented, a declared 409, the statuses from which the memo may be shredded.
        { "Shreds a memo.", null, ["draft", "open", "sealed"] },
        { "Shreds a memo. A memo that is sealed cannot be shredded.", null, ["draft", "open"] },
        { "Shreds a memo. A sealed memo can't be shredded, and a shredded one cannot be restored.", null, ["draft", "open"] },
        { "Shreds a memo. Only open memos can be shredded.", null, ["open"] },
        { "Shreds a memo. It can be shredded only while it is draft or open.", null, ["draft", "open"] },
        { "Shreds a memo. The memo must be sealed.", null, ["sealed"] },
        { "Shreds a memo. Not possible once sealed.", null, ["draft", "open"] },
        { "Shreds a memo. Memos can no longer be shredded after they are sealed.", null, ["draft", "open"] },
        { "Shreds a memo. It cannot be shredded unless it is sealed.", null, ["sealed"] },
        { "Shreds an open memo.", null, ["open"] },
        { "Shreds a memo that has not been sealed.", null, ["draft", "open"] },
        { "Shreds a memo.", "The memo is sealed or has been shredded already.", ["draft", "open"] },
        { "Shreds a memo.", "The memo is not sealed.", ["sealed"] },
        { "Shreds a memo.", "The memo is not in the status `sealed` (`wrong_status`).", ["sealed"] },
        { "Shreds a memo. A sealed memo cannot be copied.", null, ["draft", "open", "sealed"] },
        { "Shreds a memo. Returns the shredded memo.", "A shredded memo with this title exists.", ["draft", "open", "sealed"] },
    };

    [Theory, MemberData(nameof(Preconditions))]
    public void Sentences_and_declared_refusals_say_from_which_statuses_a_step_starts(string description, string? conflict, string[] from)
    {
        var shred = Http("shred_memo", "POST", "/memos/{memo_id}/archive", Key, Memo) with { Name = "shredMemo", Description = description };
        shred = shred
            with
        { Http = new HttpOperation("POST", "/memos/{memo_id}/close"), Errors = conflict is null ? null : [new DeclaredError("409", conflict)] };
        var made = Materialize("memos", [Get(), shred], new MaterializationOptions
        {
            DifferentialCalls = 0,
            MutantsPerTool = 0,
            Overrides = """{"tools":{"shredMemo":{"effect":"transition","to":"shredded"}}}"""
        });
        Assert.True(made.Materialized, made.Rejection);
        Assert.Empty(made.Checks.Tools.Single(t => t.Name == "shredMemo").BrokenLaws);
        var environment = CompiledEnvironment.Compile(made.Definition!, made.InitialState);
        var may = made.InitialState.Rows("memos").GroupBy(r => r["status"].AsString)
            .Where(g => g.Key != "shredded" && environment.Open().Call("shredMemo", Value.Object(("memo_id", g.First()["memo_id"]))).Ok).Select(g => g.Key);
        Assert.Equal(from.Order(StringComparer.Ordinal), may.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_change_and_a_deletion_keep_to_the_statuses_that_the_documentation_names()
    {
        const string title = """{"type":"object","required":["memo_id"],"properties":{"memo_id":{"type":"string"},"title":{"type":"string"}}}""";
        var (made, environment) = Make(
            Get(),
            Http("change_memo", "PATCH", "/memos/{memo_id}", title, Memo) with { Description = "Changes a memo. Only draft memos can be changed." },
            Http("delete_memo", "DELETE", "/memos/{memo_id}", Key) with { Description = "Deletes a memo. A sealed memo cannot be deleted." });
        Assert.All(made.Checks.Tools, t => Assert.Empty(t.BrokenLaws));
        ErrorCode? Call(string tool, string status, params (string, Value)[] given) => environment.Open()
            .Call(tool, Value.Object([("memo_id", made.InitialState.Rows("memos").First(r => r["status"] == status)["memo_id"]), .. given])).Error?.Code;
        Assert.Null(Call("change_memo", "draft", ("title", "x")));
        Assert.Equal(ErrorCode.PreconditionFailed, Call("change_memo", "open", ("title", "x")));
        Assert.Null(Call("delete_memo", "open"));
        Assert.Equal(ErrorCode.PreconditionFailed, Call("delete_memo", "sealed"));
        Assert.Contains("`change_memo` is allowed only while the status of the memo is \"draft\".", made.Definition!.Policy, StringComparison.Ordinal);
    }
}
