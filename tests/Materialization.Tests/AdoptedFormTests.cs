using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests;

/// <summary>An adopted dump comes back in its own form: as it was before the first write, and with each change in its place after it.</summary>
public sealed class AdoptedFormTests
{
    private const int Drawn = 60;

    private static readonly MaterializationOptions Plain = new() { DifferentialCalls = 0, MutantsPerTool = 0 };

    public static TheoryData<string, string> Dumps => DumpAdoptionTests.Dumps;

    /// <summary>A dump, a table of it with rows as they are afterwards, and the dump then.</summary>
    public static TheoryData<string, string, string, string, string> Changes => new()
    {
        {
            "a cell of a list's item", """{"orders":[{"id":"o2","total":1},{"id":"o1","total":2}]}""",
            "orders", """[{"id":"o1","total":3},{"id":"o2","total":1}]""", """{"orders":[{"id":"o2","total":1},{"id":"o1","total":3}]}"""
        },
        {
            "a new row of a list stands last", """{"orders":[{"id":"o2"},{"id":"o3"}]}""",
            "orders", """[{"id":"o1"},{"id":"o2"},{"id":"o3"}]""", """{"orders":[{"id":"o2"},{"id":"o3"},{"id":"o1"}]}"""
        },
        {
            "a row that is gone", """{"orders":[{"id":"o1"},{"id":"o2"},{"id":"o3"}]}""",
            "orders", """[{"id":"o1"},{"id":"o3"}]""", """{"orders":[{"id":"o1"},{"id":"o3"}]}"""
        },
        {
            "a row of a map that does not hold its key", """{"orders":{"o1":{"total":1}}}""",
            "orders", """[{"order_id":"o1","total":2},{"order_id":"o2","total":5}]""", """{"orders":{"o1":{"total":2},"o2":{"total":5}}}"""
        },
        {
            "a row of a map that holds its key", """{"orders":{"o1":{"id":"o1"}}}""",
            "orders", """[{"id":"o2"}]""", """{"orders":{"o2":{"id":"o2"}}}"""
        },
        {
            "keys that are numbers", """{"orders":{"1":{"id":1}}}""",
            "orders", """[{"id":1},{"id":2}]""", """{"orders":{"1":{"id":1},"2":{"id":2}}}"""
        },
        {
            "the first row of an empty map", """{"orders":{}}""",
            "orders", """[{"id":"o1"}]""", """{"orders":{"o1":{"id":"o1"}}}"""
        },
        {
            "a field of an object", """{"settings":{"theme":"dark","size":3}}""",
            "settings", """[{"position":1,"theme":"dark","size":4}]""", """{"settings":{"theme":"dark","size":4}}"""
        },
        {
            "a plain value beside the tables", """{"orders":[],"level":3,"mode":"eco"}""",
            "state", """[{"position":1,"level":4,"mode":"eco"}]""", """{"orders":[],"level":4,"mode":"eco"}"""
        },
        {
            "rows that nothing tells apart", """{"log":[{"level":"info"},{"level":"info"}]}""",
            "log", """[{"position":1,"level":"info"},{"position":2,"level":"warning"},{"position":3,"level":"info"}]""",
            """{"log":[{"level":"info"},{"level":"warning"},{"level":"info"}]}"""
        },
        {
            "an item of a list of values", """{"tags":["a","a",{"b":1}]}""",
            "tags", """[{"position":1,"value":"a"},{"position":3,"value":{"b":2}},{"position":4,"value":"c"}]""", """{"tags":["a",{"b":2},"c"]}"""
        },
        {
            "a row of a list in a row", """{"orders":[{"id":"o1","lines":[{"line_id":"b","n":1},{"line_id":"a","n":2}]},{"id":"o2","lines":[]}]}""",
            "lines", """[{"line_id":"a","order_id":"o1","n":3},{"line_id":"b","order_id":"o1","n":1},{"line_id":"c","order_id":"o2","n":5}]""",
            """{"orders":[{"id":"o1","lines":[{"line_id":"b","n":1},{"line_id":"a","n":3}]},{"id":"o2","lines":[{"line_id":"c","n":5}]}]}"""
        },
        {
            "rows of a list in a row that nothing tells apart", """{"orders":[{"id":"o1","lines":[{"n":1},{"n":1}]},{"id":"o2"}]}""",
            "lines", """[{"position":2,"order_id":"o1","n":1},{"position":3,"order_id":"o2","n":2}]""",
            """{"orders":[{"id":"o1","lines":[{"n":1}]},{"id":"o2","lines":[{"n":2}]}]}"""
        },
        {
            "a row of a map in a row", """{"users":{"ann":{"cards":{"k1":{"n":1}}},"bob":{"cards":{}}}}""",
            "cards", """[{"card_id":"k1","user_id":"ann","n":2},{"card_id":"k2","user_id":"bob","n":3}]""",
            """{"users":{"ann":{"cards":{"k1":{"n":2}}},"bob":{"cards":{"k2":{"n":3}}}}}"""
        },
        {
            "a text of a map in an object", """{"drive":{"owner":"me","files":{"a.txt":"one","b.txt":"two"}}}""",
            "files", """[{"file_id":"a.txt","value":"ONE"},{"file_id":"c.txt","value":"three"}]""",
            """{"drive":{"owner":"me","files":{"a.txt":"ONE","c.txt":"three"}}}"""
        },
        {
            "a field of an object in an object", """{"phone":{"radio":{"on":true,"level":3},"sim":{"pin":3,"owner":"me"}}}""",
            "radio", """[{"position":1,"on":false,"level":3}]""", """{"phone":{"radio":{"on":false,"level":3},"sim":{"pin":3,"owner":"me"}}}"""
        },
        {
            "a row that refers to no parent", """{"orders":[{"id":"o1","lines":[{"line_id":"a"}]}]}""",
            "lines", """[{"line_id":"a","order_id":"o1"},{"line_id":"b","order_id":"o9"}]""",
            """{"lines":[{"line_id":"b","order_id":"o9"}],"orders":[{"id":"o1","lines":[{"line_id":"a"}]}]}"""
        },
        {
            "a member that is named like the session's table", """{"_session":[{"id":"s1","who":"me"}]}""",
            "_session_", """[{"id":"s1","who":"you"}]""", """{"_session":[{"id":"s1","who":"you"}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Dumps))]
    public void A_dump_comes_back_as_it_was_given(string what, string dump) => ComesBack(what, dump);

    [Fact]
    public void Drawn_dumps_come_back_as_they_were_given()
    {
        for (var seed = 0; seed < Drawn; seed++)
        {
            ComesBack($"seed {seed}", new DrawnDump(seed).ToJson());
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_stands_in_its_place(string what, string dump, string table, string rows, string expected)
    {
        var definition = Adopted(dump).Definition!;
        var after = DatabaseState.Parse($"{{\"{table}\":{rows}}}").Rows(table);
        var asDump = GivenState.Read(definition.Schema, Value.Parse(dump));
        var asTables = GivenState.Read(definition.Schema, CompiledEnvironment.Compile(definition, asDump).InitialState.ToValue());
        foreach (var given in (GivenState[])[asDump, asTables])
        {
            Assert.Equal($"{what}: {Canonical(expected)}", $"{what}: {given.Dump(given.Tables.With(table, after)).ToCanonicalJson()}");
        }
    }

    /// <summary>A dump of another session may be anything: members, columns and kinds of values that the adopted one did not have.</summary>
    [Fact]
    public void A_state_given_later_comes_back_as_it_was_given()
    {
        for (var seed = 0; seed < Drawn; seed += 10)
        {
            var adopted = new DrawnDump(seed).ToJson();
            var definition = Adopted(adopted).Definition!;
            for (var other = 5000 + seed; other < 5010 + seed; other++)
            {
                var later = new DrawnDump(other).ToJson();
                var session = CompiledEnvironment.Compile(definition, GivenState.Read(definition.Schema, Value.Parse(later))).Open();
                Assert.Equal($"{adopted} and then {Canonical(later)}", $"{adopted} and then {session.Dump().ToCanonicalJson()}");
            }
        }
    }

    [Theory]
    [InlineData("""{"orders":{"7":{"total":2}}}""", """[{"id":7,"total":2}]""", "rows that do not hold their keys, which are numbers")]
    [InlineData("""{"orders":{"7":{"id":7,"total":2},"kind":"sale"}}""", """[{"id":7,"total":2}]""", "a plain value among the rows")]
    [InlineData("""{"orders":{"x":{"total":2}}}""", """[{"id":"x","total":2}]""", "a name that is no number")]
    [InlineData("""{"orders":{"kind":"sale"}}""", """[{"kind":"sale"}]""", "no row at all")]
    public void A_map_of_rows_is_read_in_its_form_later(string later, string rows, string what)
    {
        var definition = Adopted("""{"orders":{"1":{"id":1,"total":1},"2":{"id":2,"total":5}}}""").Definition!;
        var environment = CompiledEnvironment.Compile(definition, GivenState.Read(definition.Schema, Value.Parse(later)));

        var read = GivenState.Read(definition.Schema, Value.Parse(later)).Tables.Rows("orders");
        Assert.Equal($"{what}: {Canonical(rows)}", $"{what}: {Value.From(read.Select(Value.From)).ToCanonicalJson()}");
        Assert.Equal($"{what}: {Canonical(later)}", $"{what}: {environment.Open().Dump().ToCanonicalJson()}");
        using var tester = new DifferentialTester();
        Assert.All(tester.Test(environment, callsPerTool: 20, 3).Tools, t => Assert.True(t.Mismatches == 0, t.Example));
    }

    [Fact]
    public void Both_executions_give_the_same_dump_after_the_same_calls()
    {
        using var tester = new DifferentialTester();
        for (var seed = 0; seed < 24; seed++)
        {
            var definition = Adopted(new DrawnDump(seed).ToJson()).Definition!;
            foreach (var given in (string[])[new DrawnDump(seed).ToJson(), new DrawnDump(7000 + seed).ToJson()])
            {
                var environment = CompiledEnvironment.Compile(definition, GivenState.Read(definition.Schema, Value.Parse(given)));
                var report = tester.Test(environment, callsPerTool: 6, seed);
                Assert.True(report.Compared, $"seed {seed}, {given}: {report.Reason}");
                Assert.All(report.Tools, t => Assert.True(t.Mismatches == 0, $"seed {seed}, {given}: {t.Example}"));
            }
        }
    }

    [Fact]
    public void A_row_is_told_with_the_rows_inside_it()
    {
        const string dump = """
            {"orders":[{"id":"o1","status":"paid","lines":[{"line_id":"b","parts":[{"n":1},{"n":1}]},{"line_id":"a","parts":[]}]},{"id":"o2","lines":null}]}
            """;
        var definition = Adopted(dump).Definition!;
        var get = definition.Tools.First(t => t.Name == "get_order");
        var program = new ToolProgram(get.Name, false, [new Return(new Whole("orders", new Get("orders", [new Argument("order_id")])))], []);
        definition = definition with { Programs = [.. definition.Programs.Where(p => p.Tool != get.Name), program] };
        var environment = CompiledEnvironment.Compile(definition, GivenState.Read(definition.Schema, Value.Parse(dump)));

        var told = environment.Open().Call("get_order", Value.Object(("order_id", "o1")));
        Assert.Equal(Value.Parse(dump)["orders"].AsArray[0].ToCanonicalJson(), told.Result.ToCanonicalJson());
        using var tester = new DifferentialTester();
        Assert.All(tester.Test(environment, callsPerTool: 20, 3).Tools, t => Assert.True(t.Mismatches == 0, t.Example));
    }

    private static void ComesBack(string what, string dump)
    {
        var result = Adopted(dump);
        var asTables = CompiledEnvironment.Compile(result.Definition!, result.InitialState).Open();
        var asDump = CompiledEnvironment.Compile(result.Definition!, GivenState.Read(result.Definition!.Schema, Value.Parse(dump))).Open();

        Assert.Equal($"{what}: {Canonical(dump)}", $"{what}: {asTables.Dump().ToCanonicalJson()}");
        Assert.Equal($"{what}: {Canonical(dump)}", $"{what}: {asDump.Dump().ToCanonicalJson()}");
        Assert.Equal(asTables.State().ToValue().ToCanonicalJson(), asDump.State().ToValue().ToCanonicalJson());
    }

    private static MaterializedDomain Adopted(string dump)
    {
        var result = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain with { State = dump });
        Assert.True(result.Materialized, $"{dump}: {result.Rejection}");
        return result;
    }

    private static string Canonical(string json) => Value.Parse(json).ToCanonicalJson();
}
