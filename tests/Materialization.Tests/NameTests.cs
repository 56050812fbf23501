using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests;

/// <summary>Raw names first, cleaned ones only where nothing raw is hit; what was made to tell names apart says nothing.</summary>
public sealed class NameTests
{
    private const string Key = """{"type":"object","required":["room_id"],"properties":{"room_id":{"type":"string"}}}""";

    [Theory]
    [InlineData("studio_room_search_4f09a1", "room.search", "Searches rooms.", "room search")]
    [InlineData("studio_room_search_99beef", "Room-Search", "Searches rooms.", "room search")]
    [InlineData("cut_name_9e4542", "mcp__studio__reserve_a_room_for_tomorrow", "Reserves a room.", "reserve a room for tomorrow")]
    [InlineData("studio_list_rooms_12ab34", "studio.list_rooms", "Lists rooms.", "list rooms")]
    [InlineData("studio_tool_52c924", "🎻", "Adds a chair to a room.", "add a chair to a room")]
    [InlineData("studio_tool_3f5dbb", "查询房间", "按楼层查询房间。", "查询房间")]
    [InlineData("studio_tool_aaaaaa", "--", "", "record")]
    [InlineData("plain_name", null, "Says.", "plain name")]
    public void A_tool_is_called_by_the_words_of_its_source(string name, string? source, string description, string words)
    {
        var tool = Named(name, source ?? "", description, Key, "studio") with { SourceName = source, Description = description };
        Assert.Equal(words.Split(' '), NameWords.Of(tool));
    }

    [Fact]
    public void No_table_column_or_intent_holds_the_digits_that_tell_tools_apart()
    {
        ToolSpecification[] tools =
        [
            Named("deskhub_room_search_109f10", "room.search", "Searches rooms by text.",
                """{"type":"object","required":["text"],"properties":{"text":{"type":"string"}}}"""),
            Named("deskhub_room_search_4e5feb", "room/search", "Searches rooms by floor.",
                """{"type":"object","required":["floor"],"properties":{"floor":{"type":"integer"}}}"""),
            Named("deskhub_mcp__deskhub__reserv_today_9e4542", "mcp__deskhub__reserve_a_quiet_room_for_today", "Reserves for today.", Key),
            Named("deskhub_tool_52c924", "🪑", "Adds a chair to a room.", Key),
            Named("deskhub_tool_3f5dbb", "查询房间", "查询。", """{"type":"object","required":["楼层"],"properties":{"楼层":{"type":"integer"}}}"""),
        ];
        var made = Materialize("desks", tools);
        Assert.True(made.Materialized, made.Rejection);
        var names = made.Definition!.Schema.Tables.SelectMany(t => t.Columns.Select(c => c.Name).Append(t.Name)).ToList();
        string[] ours = ["109f10", "4e5feb", "9e4542", "52c924", "3f5dbb", "reserv_", "deskhub"];
        Assert.All(names, n => Assert.DoesNotContain(ours, o => n.Contains(o, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("rooms", made.Definition.Schema.Tables.Select(t => t.Name));
        Assert.Contains("reservations", made.Definition.Schema.Tables.Select(t => t.Name));

        var tasks = new AgentScaler.Tasks.TaskGenerator().Generate(CompiledEnvironment.Compile(made.Definition, made.InitialState), Domain("desks", tools),
            new AgentScaler.Pipeline.Options.TaskOptions { PerDomain = 10 }, 0);
        Assert.NotEmpty(tasks.Tasks);
        Assert.All(tasks.Tasks, t => Assert.DoesNotContain(ours.Where(o => o != "deskhub"), o => t.Intent.Contains(o, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("owner-id", "owner_id", "ownerId")]
    [InlineData("from", "From", "FROM")]
    [InlineData("a b", "a-b", "a.b")]
    [InlineData("", "%", "--")]
    [InlineData("class", "Class", "_class")]
    public void Members_that_are_one_name_once_cleaned_are_columns_of_their_own(string one, string two, string three)
    {
        var members =
            $$$$"""{"type":"object","properties":{"card_id":{"type":"string"},"{{{{one}}}}":{"type":"string"},"{{{{two}}}}":{"type":"string"},"{{{{three}}}}":{"type":"string"},"note":{"type":"string"}}}""";
        var changes =
            $$$$"""{"type":"object","required":["card_id"],"properties":{"card_id":{"type":"string"},"{{{{one}}}}":{"type":"string"},"{{{{two}}}}":{"type":"string"},"{{{{three}}}}":{"type":"string"}}}""";
        var made = Materialize("cards",
        [
            Http("get_card", "GET", "/cards/{card_id}", """{"type":"object","required":["card_id"],"properties":{"card_id":{"type":"string"}}}""", members),
            Http("change_card", "PATCH", "/cards/{card_id}", changes, members),
        ]);
        Assert.True(made.Materialized, made.Rejection);
        Assert.All(made.Checks.Tools, t => Assert.Empty(t.BrokenLaws));
        var columns = made.Definition!.Schema.Table("cards")!.Columns.Select(c => c.Name).ToList();
        Assert.All((string[])[one, two, three], name => Assert.Contains(name, columns));

        var session = CompiledEnvironment.Compile(made.Definition, made.InitialState).Open();
        var key = made.InitialState.Rows("cards")[0]["card_id"];
        Value Given(params (string, Value)[] given) => session.Call("change_card", Value.Object([("card_id", key), .. given])).Result;
        Given((one, "first"), (two, "second"), (three, "third"));
        var after = Given((two, "changed"));
        Assert.Equal(["first", "changed", "third"], new[] { one, two, three }.Select(n => after[n].AsString));
        Assert.Equal(after, session.Call("get_card", Value.Object(("card_id", key))).Result);
    }

    [Fact]
    public void A_name_that_no_tool_has_twice_is_still_found_in_another_spelling()
    {
        var made = Materialize("cards",
        [
            Http("get_card", "GET", "/cards/{card_id}", """{"type":"object","required":["card_id"],"properties":{"card_id":{"type":"string"}}}""",
                """{"type":"object","properties":{"cardId":{"type":"string"},"ownerId":{"type":"string"}}}"""),
            Http("change_card", "PATCH", "/cards/{card_id}",
                """{"type":"object","required":["card_id"],"properties":{"card_id":{"type":"string"},"owner_id":{"type":"string"}}}"""),
        ]);
        Assert.Equal(["cardId", "ownerId"], made.Definition!.Schema.Table("cards")!.Columns.Select(c => c.Name));
    }
}
