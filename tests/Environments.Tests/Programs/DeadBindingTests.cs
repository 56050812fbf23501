using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Programs;

public sealed class DeadBindingTests
{
    private const string Parameters = """{"type":"object","properties":{"status":{"type":"string"},"n":{"type":"number"}}}""";

    [Theory]
    [InlineData("""["aggregate", "count", "orders", {"as": "r", "where": ["eq", ["field", ["var", "r"], "status"], ["arg", "status"]]}]""")]
    [InlineData(
        """["aggregate", "count", "orders", {"as": "r", "where": ["or", ["is_null", ["arg", "status"]], ["contains", ["field", ["var", "r"], "status"], ["lower", ["arg", "status"]]]]}]""")]
    [InlineData("""["if", ["lt", ["arg", "n"], 3], "few", ["coalesce", ["arg", "status"], "many"]]""")]
    public void A_let_that_nothing_reads_and_that_cannot_fail_costs_no_steps(string expression) =>
        Assert.Equal(Left("""[{"return": 1}]"""), Left($$"""[{"let": "x", "be": {{expression}}}, {"return": 1}]"""));

    [Theory]
    [InlineData("""[{"let": "x", "be": ["div", 1, ["arg", "n"]]}, {"return": 1}]""", """{"n": 0}""")]
    [InlineData("""[{"let": "x", "be": ["aggregate", "count", "orders", {"as": "r", "where": ["gt", ["div", 1, ["arg", "n"]], 0]}]}, {"return": 1}]""",
        """{"n": 0}""")]
    public void A_let_that_may_fail_is_kept(string body, string arguments)
    {
        var result = Compiled(body).Open().Call("dead", Value.Parse(arguments));
        Assert.Equal(ErrorCode.InvalidArguments, result.Error?.Code);
    }

    [Fact]
    public void A_let_that_a_later_statement_reads_is_kept() =>
        Assert.Equal((Value)3,
            Compiled("""[{"let": "x", "be": 3}, {"let": "y", "be": ["var", "x"]}, {"return": ["var", "y"]}]""").Open().Call("dead", Value.Object()).Result);

    [Fact]
    public void A_write_whose_row_nothing_reads_is_still_made()
    {
        var session = Compiled(
            """[{"insert": "customers", "row": {"name": "Ada", "email": "ada@example.org", "tags": ["array"], "balance": 1}, "as": "unread"}]""").Open();
        var before = session.State().Rows("customers").Count;
        Assert.True(session.Call("dead", Value.Object()) is { Ok: true } made, "the insert fails");
        Assert.Equal(before + 1, session.State().Rows("customers").Count);
    }

    [Fact]
    public void Both_executions_leave_the_same_bindings_out()
    {
        using var tester = new DifferentialTester();
        var report = tester.Test(
            Compiled("""
                [{"let": "total", "be": ["aggregate", "count", "orders", {"as": "r", "where": ["lt", ["field", ["var", "r"], "order_id"], ["arg", "n"]]}]},
                 {"for": "order", "in": ["select", "orders", {}], "do": [{"let": "total", "be": ["arg", "status"]}]},
                 {"return": ["arg", "n"]}]
                """),
            callsPerTool: 50);
        Assert.True(report.Compared, report.Reason);
        Assert.All(report.Tools, t => Assert.True(t.Mismatches == 0, t.Example));
    }

    private static long Left(string body)
    {
        var session = Compiled(body).Open();
        Assert.True(session.Call("dead", Value.Object(("status", "open"), ("n", 1))).Ok);
        return session.Steps;
    }

    private static CompiledEnvironment Compiled(string body) => CompiledEnvironment.Compile(Shop.With("dead", Parameters, body), Shop.State);
}
