using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests;

public sealed class ProofTests
{
    private static readonly MaterializationOptions Options = new() { DifferentialCalls = 0, MutantsPerTool = 30 };

    public static TheoryData<string> Domains => ["shop", "helpdesk", "aws"];

    private static MaterializedDomain Prove(string name) => ToolFixture.Materialize(name, name switch
    {
        "shop" => ToolFixture.Shop(),
        "helpdesk" => ToolFixture.Helpdesk(),
        _ => ToolFixture.Aws(),
    }, Options);

    [Theory]
    [MemberData(nameof(Domains))]
    public void Every_tool_runs_refuses_conforms_and_obeys_its_laws(string name) => Assert.All(Prove(name).Checks.Tools, check =>
    {
        Assert.True(check is { TypeChecked: true, Executed: true, RefusedInvalid: true }, check.Name + ": " + check.Detail);
        Assert.Equal(1, check.Conforming);
        Assert.Empty(check.BrokenLaws);
    });

    [Theory]
    [MemberData(nameof(Domains))]
    public void The_laws_notice_nine_of_ten_planted_faults(string name)
    {
        var checks = Prove(name).Checks.Tools;
        var (mutants, killed) = (checks.Sum(c => c.Mutants), checks.Sum(c => c.MutantsKilled));
        Assert.True(mutants > 0);
        Assert.True(killed >= 0.9 * mutants, $"{killed} of {mutants}: {string.Join("; ", checks.SelectMany(c => c.Survivors.Select(s => c.Name + " " + s)))}");
    }

    [Fact]
    public void A_domain_without_tools_is_rejected_with_its_reason() =>
        Assert.Contains("no tools", ToolFixture.Materialize("empty", []).Rejection, StringComparison.Ordinal);

    [Fact]
    public void A_very_wide_and_a_cyclic_tool_end_in_time()
    {
        var wide = string.Join(',', Enumerable.Range(0, 600).Select(i => $"\"parameter_{i}\":{{\"type\":\"string\"}}"));
        const string cyclic =
            """{"type":"object","required":["id","child"],"properties":{"id":{"type":"string"},"child":{"$ref":"#/$defs/Node"}},"$defs":{"Node":{"type":"object","properties":{"name":{"type":"string"},"child":{"$ref":"#/$defs/Node"},"children":{"type":"array","items":{"$ref":"#/$defs/Node"}}}}}}""";
        var result = ToolFixture.Materialize("odd",
        [
            ToolFixture.Http("create_thing", "POST", "/things", "{\"type\":\"object\",\"properties\":{" + wide + "}}", cyclic),
            ToolFixture.Http("get_thing", "GET", "/things/{id}", """{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}""", cyclic),
        ]);
        Assert.True(result.Materialized, result.Rejection);
        Assert.All(result.Checks.Tools, c => Assert.True(c.Executed, c.Detail));
    }
}
