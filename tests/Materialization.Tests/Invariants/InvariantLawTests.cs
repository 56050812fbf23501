using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests.Invariants;

/// <summary>Invariants are laws of their own: a program that breaks one is found out, whatever its effect is held to be.</summary>
public sealed class InvariantLawTests
{
    private const string Stay =
        """{"type":"object","required":["stay_id","start_date","end_date","seats_left"],"properties":{"stay_id":{"type":"string"},"start_date":{"type":"string","format":"date"},"end_date":{"type":"string","format":"date"},"seats_left":{"type":"integer"}}}""";

    [Fact]
    public void What_is_inferred_breaks_no_law() => Assert.Empty(Laws(null));

    [Fact]
    public void A_program_that_lets_a_stay_end_before_it_starts_is_found_out() =>
        Assert.Contains(Laws(Update("""{"start_date":["literal","2030-01-01"],"end_date":["arg","end_date"]}""")), law => law.Contains("start_date above its end_date", StringComparison.Ordinal));

    [Fact]
    public void A_program_that_leaves_less_than_nothing_is_found_out() =>
        Assert.Contains(Laws(Update("""{"end_date":["arg","end_date"],"seats_left":["literal",-1]}""")), law => law.Contains("seats_left below nought", StringComparison.Ordinal));

    private static string Update(string set) => $$"""
        [{"let":"row","be":["get","stays",["arg","stay_id"]]},{"guard":["not",["is_null",["var","row"]]],"code":"not_found","message":"No such stay."},
         {"update":"stays","key":[["arg","stay_id"]],"set":{{set}},"as":"now"},{"return":["var","now"]}]
        """;

    private static IReadOnlyList<string> Laws(string? body)
    {
        IReadOnlyList<ToolSpecification> tools =
        [
            Http("get_stay", "GET", "/stays/{stay_id}", """{"type":"object","required":["stay_id"],"properties":{"stay_id":{"type":"string"}}}""", Stay),
            Http("list_stays", "GET", "/stays", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{Stay}}}"""),
            Http("update_stay", "PATCH", "/stays/{stay_id}",
                """{"type":"object","required":["stay_id","end_date"],"properties":{"stay_id":{"type":"string"},"end_date":{"type":"string","format":"date"}}}""", Stay),
        ];
        var overrides = body is null ? null
            : """{"tools":{"update_stay":{"judged":true,"program":{"tool":"update_stay","writes":true,"body":BODY,"evidence":[]}}}}"""
                .Replace("BODY", body, StringComparison.Ordinal);
        var made = Materialize("stays", tools, new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, Overrides = overrides });
        Assert.True(made.Definition is not null, made.Rejection);
        var checks = made.Checks.Tools.Single(t => t.Name == "update_stay");
        Assert.True(checks.TypeChecked, checks.Detail);
        return checks.BrokenLaws;
    }
}
