using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Programs;

public sealed class SharedDefinitionTests
{
    private static readonly CompiledEnvironment Environment = CompiledEnvironment.Compile(FormShop.Definition, FormShop.State);

    [Theory]
    [InlineData("order_total", """{"order_id":1}""")]
    [InlineData("dear_orders", """{"order_id":1,"least":1}""")]
    [InlineData("first_big_line", """{"order_id":1}""")]
    public void A_definition_gives_what_its_expression_gives_in_its_place(string tool, string arguments)
    {
        var inlined = FormShop.Definition with { Programs = [.. FormShop.Definition.Programs.Select(Inlined)] };
        var expected = CompiledEnvironment.Compile(inlined, FormShop.State).Open();
        var session = Environment.Open();
        Assert.Equal(expected.Ask(tool, arguments).Result.ToJson(), session.Ask(tool, arguments).Result.ToJson());
        Assert.True(session.Ask(tool, arguments).Ok);
    }

    [Fact]
    public void Programs_and_their_definitions_are_the_same_after_writing_and_reading()
    {
        foreach (var program in FormShop.Definition.Programs)
        {
            var json = ProgramJson.Write(program);
            Assert.Equal(json, ProgramJson.Write(ProgramJson.Read(Value.Parse(json.ToCanonicalJson()))));
        }

        var text = EnvironmentCodec.WritePrograms(FormShop.Definition.Programs);
        Assert.Equal(4, text.Split("\n{\"define\":").Length - 1);
        Assert.DoesNotContain("\"definitions\"", text, StringComparison.Ordinal);
        Assert.Equal(text, EnvironmentCodec.WritePrograms(EnvironmentCodec.ReadPrograms(text)));
    }

    [Fact]
    public void Each_definition_is_one_method_of_the_Python_environment()
    {
        var source = PythonEmitter.Emit(FormShop.Definition);
        Assert.Equal(4, source.Split("    def _defined_").Length - 1);
        Assert.Contains("def _defined_line_total(self, line):\n        return mul(", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_executions_agree_on_programs_that_bind_names_in_expressions()
    {
        using var tester = new DifferentialTester();
        var report = tester.Test(Environment, callsPerTool: 200, seed: 5);
        Assert.True(report.Compared, report.Reason);
        Assert.All(report.Tools, t => Assert.True(t.Mismatches == 0, t.Example));
        Assert.All(report.Tools, t => Assert.True(t.Succeeded > 0, t.Name + " never succeeds"));
    }

    [Fact]
    public void Every_mutant_type_checks_and_differs()
    {
        foreach (var (tool, program) in FormShop.Definition.Tools.Zip(FormShop.Definition.Programs))
        {
            var mutants = ProgramMutator.Mutants(program, FormShop.Definition.Schema, tool);
            Assert.All(mutants, m => Assert.Empty(ProgramChecker.Check(m.Program, FormShop.Definition.Schema, tool)));
            Assert.All(mutants, m => Assert.NotEqual(ProgramJson.Write(program), ProgramJson.Write(m.Program)));
        }

        var total = ProgramMutator.Mutants(FormShop.Definition.Programs[0], FormShop.Definition.Schema, FormShop.Definition.Tools[0]);
        Assert.Contains(total, m => m.Place.StartsWith("/definitions/line_total/be", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[{"define":"f","of":["x"],"be":["call","f",["var","x"]]}]""", "/definitions/0/be/1", "no definition \"f\" before")]
    [InlineData("""[{"define":"f","be":["call","g"]},{"define":"g","be":1}]""", "/definitions/0/be/1", "no definition \"g\" before")]
    [InlineData("""[{"define":"f","be":1},{"define":"f","be":2}]""", "/definitions/1/define", "that no other has")]
    [InlineData("""[{"define":"1f","be":1}]""", "/definitions/0/define", "identifier")]
    [InlineData("""[{"define":"f","of":["x","x"],"be":1}]""", "/definitions/0/of", "each given once")]
    [InlineData("""[{"define":"f","of":["x"]}]""", "/definitions/0", "needs \"be\"")]
    public void What_is_no_list_of_definitions_is_refused_with_its_place(string json, string place, string message)
    {
        var refused = Assert.Single(Assert.Throws<ProgramException>(() => ProgramJson.ReadDefinitions(Value.Parse(json))).Diagnostics);
        Assert.Equal(place, refused.Place);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"define":"f","of":["x"],"be":["add",["var","x"],1]}]""", """["call","f","a"]""", "/definitions/f/be/1", "takes a number, this is a string")]
    [InlineData("""[{"define":"f","of":["x"],"be":1}]""", """["call","f"]""", "/body/0/return", "\"f\" takes 1 operands, found 0")]
    [InlineData("""[{"define":"f","be":["arg","flag"]}]""", """["call","f"]""", "/definitions/f/be", "reads no argument of a tool")]
    [InlineData("""[{"define":"f","be":["var","y"]}]""", """["let","y",1,["call","f"]]""", "/definitions/f/be/1", "is not bound")]
    public void A_definition_is_checked_where_it_is_called(string definitions, string call, string place, string message)
    {
        var program = Read(definitions, call);
        var found = ProgramChecker.Check(program, Shop.Definition.Schema, Shop.Definition.Tools[0] with { Name = "t" });
        Assert.Contains(found, d => d.Place == place && d.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Definitions_that_double_each_other_are_too_large_and_not_slow()
    {
        var definitions = string.Join(',', Enumerable.Range(1, 7).Select(i =>
            $$"""{"define":"f{{i}}","of":["x"],"be":["add",{{string.Join(',', Enumerable.Repeat($$"""["call","f{{i - 1}}",["var","x"]]""", 8))}}]}"""));
        var program = Read($$"""[{"define":"f0","of":["x"],"be":["var","x"]},{{definitions}}]""", """["call","f7",1]""");
        var found = ProgramChecker.Check(program, Shop.Definition.Schema, Shop.Definition.Tools[0] with { Name = "t" });
        Assert.Contains(found, d => d.Message.Contains("at most 5000 expressions", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_meanings_of_one_name_are_refused()
    {
        var tool = Shop.Definition.Tools[0];
        var definition = Shop.Definition with
        {
            Tools = [tool with { Name = "t" }, tool with { Name = "u" }],
            Programs = [Read("""[{"define":"f","be":1}]""", """["call","f"]"""), Read("""[{"define":"f","be":2}]""", """["call","f"]""") with { Tool = "u" }],
        };
        Assert.Equal("/definitions/f", Assert.Single(ProgramChecker.Check(definition)).Place);
    }

    [Fact]
    public void A_table_of_several_rows_has_no_single_one()
    {
        var session = Environment.Open();
        Assert.Equal("EUR", session.Ask("only_order", "{}").Result["currency"].AsString);
        Assert.True(session.Ask("close", "{}").Ok);
        Assert.EndsWith("so none of them is the single one", session.Ask("only_order", "{}").Error!.Message, StringComparison.Ordinal);
        var error = session.Ask("settings", """{"name":"USD","items":[]}""").Error!;
        Assert.Equal((ErrorCode.NotFound, "settings has no row"), (error.Code, error.Message));
    }

    private static ToolProgram Read(string definitions, string expression) => ProgramJson.Read(Value.Parse(
        $$"""{"tool":"t","writes":false,"definitions":{{definitions}},"body":[{"return":{{expression}}}],"evidence":[]}"""));

    /// <summary>The same program with every call replaced by lets around the definition's expression.</summary>
    private static ToolProgram Inlined(ToolProgram program)
    {
        var json = ProgramJson.Write(program).ToJson();
        var body = Inlined(Value.Parse(json)["body"], Value.Parse(json)["definitions"]);
        return ProgramJson.Read(Value.Object(("tool", program.Tool), ("writes", program.Writes), ("body", body), ("evidence", Value.EmptyArray)));
    }

    private static Value Inlined(Value part, Value definitions)
    {
        if (part.IsObject)
        {
            return Value.From(part.AsObject.Aggregate(ObjectValue.Empty, (all, m) => all.With(m.Key, Inlined(m.Value, definitions))));
        }

        if (!part.IsArray)
        {
            return part;
        }

        Value[] items = [.. part.AsArray.ToArray().Select(i => Inlined(i, definitions))];
        if (items.Length < 2 || items[0] != "call")
        {
            return Value.From(items);
        }

        var definition = definitions.AsArray.ToArray().First(d => d["define"] == items[1]);
        return definition["of"].AsArray.ToArray().Zip(items.Skip(2)).Reverse().Aggregate(
            Inlined(definition["be"], definitions), (inner, p) => Value.From([(Value)"let", p.First, p.Second, inner]));
    }
}
