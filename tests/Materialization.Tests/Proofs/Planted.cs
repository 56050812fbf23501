using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.Proofs;

/// <summary>A domain in which one tool has the program that a user plants instead of its own.</summary>
internal static class Planted
{
    /// <summary>The laws that a tool breaks with a body planted; with its inferred program where the body is null.</summary>
    /// <param name="said">What else the user says of the tool: members of its entry in the overrides.</param>
    public static IReadOnlyList<string> Laws(IReadOnlyList<ToolSpecification> tools, string tool, string? body, bool writes, string does, string said = "")
    {
        var planted = body is null ? "" : $$"""{{(said.Length > 0 ? "," : "")}}"judged":true,"program":{"tool":"{{tool}}","writes":{{(writes ? "true" : "false")}},"body":{{body}},"evidence":[]}""";
        var made = ToolFixture.Materialize("library", tools, new MaterializationOptions
        {
            DifferentialCalls = 0,
            MutantsPerTool = 0,
            Overrides = $$$$"""{"tools":{"{{{{tool}}}}":{{{{{said}}}}{{{{planted}}}}}}}""",
        });
        Assert.True(made.Definition is not null, made.Rejection);
        Assert.Equal(does, made.Description.Tools.Single(t => t.Name == tool).Does);
        var checks = made.Checks.Tools.Single(t => t.Name == tool);
        Assert.True(checks.TypeChecked, checks.Detail);
        return checks.BrokenLaws;
    }
}
