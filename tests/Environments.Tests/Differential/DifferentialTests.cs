using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Differential;

public sealed class DifferentialTests
{
    [Fact]
    public void Both_executions_of_the_shop_agree_on_valid_boundary_and_hostile_calls()
    {
        using var tester = new DifferentialTester();
        var report = tester.Test(Shop.Compiled, callsPerTool: 200, seed: 7);
        Assert.True(report.Compared, report.Reason);
        Assert.All(report.Tools, t => Assert.True(t.Mismatches == 0, t.Example));
        Assert.All(report.Tools, t => Assert.True(t.Succeeded > 0, t.Name + " never succeeds"));
        Assert.Equal(200 * Shop.Definition.Tools.Count, report.Calls);
    }

    [Fact]
    public void Every_operator_agrees_on_all_kinds_of_operands()
    {
        var tools = Enum.GetValues<Operator>().Select(OperatorTool).ToArray();
        var definition = Shop.Definition with { Tools = [.. tools.Select(t => t.Tool)], Programs = [.. tools.Select(t => t.Program)] };
        using var tester = new DifferentialTester();
        var report = tester.Test(CompiledEnvironment.Compile(definition, Shop.State), callsPerTool: 600, seed: 1);
        Assert.True(report.Compared, report.Reason);
        Assert.All(report.Tools, t => Assert.True(t.Mismatches == 0, t.Example));
        Assert.All(report.Tools, t => Assert.True(t.Succeeded > 0, t.Name + " never succeeds"));
    }

    [Fact]
    public void Without_Python_the_report_says_that_nothing_was_compared()
    {
        using var tester = new DifferentialTester(command: null);
        var report = tester.Test(Shop.Compiled, callsPerTool: 3);
        Assert.False(report.Compared);
        Assert.NotNull(report.Reason);
        Assert.Equal(0, report.Calls);
    }

    [Fact]
    public void Generated_arguments_follow_from_the_seed()
    {
        static string Make(long seed)
        {
            var generator = new ArgumentGenerator(Shop.Definition, Shop.State, Shop.Definition.Tools[3], seed);
            return string.Concat(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? generator.Valid() : generator.Hostile()).ToJson()));
        }

        Assert.Equal(Make(3), Make(3));
        Assert.NotEqual(Make(3), Make(4));
    }

    /// <summary>A tool that applies one operator to its arguments a, b and c, as many as it takes.</summary>
    private static (EnvironmentTool Tool, ToolProgram Program) OperatorTool(Operator op)
    {
        Expression[] operands = [new Argument("a"), new Argument("b"), new Argument("c")];
        var name = "op_" + op;
        for (var count = 3; count > 0; count--)
        {
            var program = new ToolProgram(name, false, [new Return(new Operation(op, operands[..count]))], []);
            var tool = new EnvironmentTool(name, name, name, Schema(op), Shop.Json("{}"));
            if (ProgramChecker.Check(program, Shop.Definition.Schema, tool).Count == 0)
            {
                return (tool, program);
            }
        }

        throw new InvalidOperationException($"{op} takes no operands.");
    }

    /// <summary>Kinds that let most calls through, and any value now and then.</summary>
    private static System.Text.Json.JsonElement Schema(Operator op)
    {
        const string number =
            """{"anyOf":[{"type":"integer","minimum":-20,"maximum":20},{"type":"number","minimum":-1000,"maximum":1000},{"type":"number"},{}]}""";
        const string text = """{"anyOf":[{"type":"string"},{"type":"string","format":"date"},{"type":"string","format":"date-time"},{}]}""";
        const string array =
            """{"anyOf":[{"type":"array","items":{"type":"integer"}},{"type":"array","items":{"type":"string"}},{"type":"array","items":{}},{}]}""";
        const string sums =
            """{"anyOf":[{"type":"string","pattern":"^-?[0-9]{1,4}([.][0-9]{1,3})?( ?[-+*/] ?[(]?[0-9]{1,3}){0,4}[)]?([*]{2}|[\\^])?-?[0-9]?$"},{}]}""";
        const string patterns =
            """{"anyOf":[{"enum":["^[a-z]+$","a|b","[0-9]{1,3}","^$","(?:x","\\d+-\\d+","."]},{"type":"string"}]}""";
        const string members = """{"anyOf":[{"type":"object","properties":{"a":{},"b":{},"alpha":{"type":"string"}}},{}]}""";
        const string condition = """{"anyOf":[{"type":"boolean"},{"type":"boolean"},{}]}""";
        var (a, b, c) = op switch
        {
            <= Operator.Not => (condition, condition, condition),
            <= Operator.Coalesce => (number, number, number),
            <= Operator.Atan2 => (number, number, number),
            Operator.Substring => (text, number, number),
            Operator.Join => (array, text, text),
            Operator.Evaluate => (sums, text, text),
            Operator.Matches => (text, patterns, text),
            <= Operator.Matches => (text, text, text),
            Operator.IndexOf => ("""{"anyOf":[{"type":"array","items":{"type":"integer"}},{"type":"string"},{}]}""", text, text),
            Operator.Zip => (array, array, array),
            Operator.PutAt => (members, """{"type":"array","items":{"anyOf":[{"enum":["a","b","alpha",0,-1]},{}]}}""", number),
            Operator.Merge or Operator.Without or Operator.Keys or Operator.Items => (members, op == Operator.Merge ? members : text, text),
            Operator.Put => (members, text, number),
            Operator.Range => (number, number, number),
            <= Operator.Items => (array, number, number),
            Operator.AddSeconds or Operator.AddDays or Operator.AddMonths => (text, number, number),
            Operator.DatePart => (text, """{"anyOf":[{"enum":["year","month","day","hour","minute","second","weekday","yearday"]},{}]}""", text),
            _ => (text, text, text),
        };
        return Shop.Json($$"""{"type":"object","properties":{"a":{{a}},"b":{{b}},"c":{{c}}},"required":["a","b"]}""");
    }
}
