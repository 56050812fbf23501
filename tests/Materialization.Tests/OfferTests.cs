using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests;

/// <summary>What cannot be executed is named, and is on offer nowhere: not to agents, not in golden paths, not in the policy.</summary>
public sealed class OfferTests
{
    /// <summary>A tool of the shop's orders whose one argument no text satisfies.</summary>
    private static readonly ToolSpecification Impossible = ToolFixture.Http(
        "cancel_orders_of_day", "POST", "/v1/orders/{order_id}/cancel_day",
        """{"type":"object","required":["order_id","day"],"properties":{"order_id":{"type":"string"},"day":{"type":"string","minLength":9,"maxLength":3}}}""");

    private static readonly MaterializedDomain Result = ToolFixture.Materialize("shop", [.. ToolFixture.Shop(), Impossible]);

    [Fact]
    public void It_is_in_no_file_that_an_agent_is_given_and_cannot_be_called()
    {
        Assert.True(Result.Materialized, Result.Rejection);
        var files = EnvironmentFiles.Write(Result.Definition!, Result.InitialState, "[]");

        Assert.All(new[] { "tools.json", "programs.json", "policy.md", "tools.py" },
            name => Assert.DoesNotContain(Impossible.Name, files[name], StringComparison.Ordinal));
        Assert.Contains("cancel_order", files["tools.json"], StringComparison.Ordinal);
        var answer = CompiledEnvironment.Compile(Result.Definition!, Result.InitialState).Open()
            .Call(Impossible.Name, Value.Object(("order_id", "o1"), ("day", "2026")));
        Assert.Equal(ErrorCode.UnknownTool, answer.Error!.Code);
    }

    [Fact]
    public void It_is_in_no_golden_path()
    {
        var environment = CompiledEnvironment.Compile(Result.Definition!, Result.InitialState);
        var domain = ToolFixture.Domain("shop", [.. ToolFixture.Shop(), Impossible]);
        var set = new TaskGenerator().Generate(environment, domain, new TaskOptions { PerDomain = 20 }, 0, new Dictionary<string, string>());

        Assert.NotEmpty(set.Tasks);
        Assert.All(set.Tasks, task => Assert.DoesNotContain(task.GoldenCalls, call => call.Name == Impossible.Name));
    }

    [Fact]
    public void It_is_named_with_its_reason_in_the_checks_and_in_the_figures()
    {
        var check = Result.Checks.Tools.Single(c => c.Name == Impossible.Name);
        Assert.False(check.Executed);
        var (name, reason) = Assert.Single(MaterializationFigures.Of(Result, 12).NotExecutable!);
        Assert.Equal((Impossible.Name, check.Detail), (name, reason));
        Assert.Null(MaterializationFigures.Of(ToolFixture.Materialize("shop", ToolFixture.Shop()), 11).NotExecutable);
    }

    [Fact]
    public void A_domain_of_which_nothing_can_be_executed_is_rejected_with_the_first_reason()
    {
        var result =
            ToolFixture.Materialize("day", [Impossible], new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, MinimumExecutable = 0 });

        Assert.StartsWith($"Only 0 of 1 tools could be executed; the first that could not is {Impossible.Name}: ", result.Rejection, StringComparison.Ordinal);
    }

    [Fact]
    public void Tools_beyond_the_bound_of_a_domain_are_named_too()
    {
        var result =
            ToolFixture.Materialize("shop", ToolFixture.Shop(), new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, MaxTools = 9 });

        Assert.True(result.Materialized, result.Rejection);
        Assert.Equal(9, result.Definition!.Tools.Count);
        Assert.Equal(2, MaterializationFigures.Of(result, 11).NotExecutable!.Count(t => t.Value.Contains("more than 9 tools", StringComparison.Ordinal)));
    }
}
