using AgentScaler.Effects;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests;

/// <summary>Which source is believed is a value, not the order in which the sources speak.</summary>
public sealed class PrecedenceTests
{
    private static readonly Source[] InOrderOfTrust = [Source.Override, Source.Recording, Source.Model, Source.Text, Source.Schema, Source.Convention];

    [Fact]
    public void A_source_overrides_those_that_are_trusted_no_more()
    {
        foreach (var (i, incoming) in InOrderOfTrust.Index())
        {
            foreach (var (j, standing) in InOrderOfTrust.Index())
            {
                Assert.Equal(i <= j, incoming.Overrides(standing));
            }
        }
    }

    [Fact]
    public void The_most_trusted_statement_stands_in_whichever_order_they_come()
    {
        (Source, string)[] said = [(Source.Convention, "usual"), (Source.Text, "documented"), (Source.Override, "the user's")];
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]])
        {
            var decided = new Decided<string>("nothing", Source.Convention);
            foreach (var at in order)
            {
                decided.Say(said[at].Item2, said[at].Item1);
            }

            Assert.Equal(("the user's", Source.Override), (decided.Value, decided.Source));
        }
    }

    [Theory]
    [InlineData(null, "schema")]
    [InlineData("""{"tools":{"getThing":{"effect":"get"}}}""", "override")]
    public void A_description_tells_the_source(string? overrides, string source)
    {
        const string thing = """{"type":"object","properties":{"thing_id":{"type":"string"},"name":{"type":"string"}}}""";
        var made = Materialize(
            "things",
            [Http("getThing", "GET", "/things/{thing_id}", """{"type":"object","required":["thing_id"],"properties":{"thing_id":{"type":"string"}}}""", thing)],
            new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, Overrides = overrides });
        Assert.Equal(source, made.Description.Tools.Single().Source);
    }

    [Fact]
    public void The_user_is_believed_before_a_model_member_by_member()
    {
        const string user = """{"tools":{"a":{"from":["open"]},"c":{"effect":"get"}},"keys":{"things":"code"}}""";
        const string model =
            """{"domains":{"things":{"tools":{"a":{"effect":"transition","from":["new"],"to":"done"},"b":{"effect":"list"},"c":{"effect":"list"}},"keys":{"things":"id","parts":"id"}}}}""";
        var hints = DomainOverrides.Read(user, "things", new HashSet<string> { "a", "b", "c" }, model).Hints;
        Assert.Equal(("transition", Source.Model), (hints.Kind("a")!.Value.Word, hints.Kind("a")!.Source));
        Assert.Equal(("list", Source.Model), (hints.Kind("b")!.Value.Word, hints.Kind("b")!.Source));
        Assert.Equal(("get", Source.Override), (hints.Kind("c")!.Value.Word, hints.Kind("c")!.Source));
        Assert.Equal(["open"], hints.Starts["a"].Value);
        Assert.Equal(Source.Override, hints.Starts["a"].Source);
        Assert.Equal(new Said<string>("done", Source.Model), hints.Targets["a"]);
        Assert.Equal((new Said<string>("code", Source.Override), new Said<string>("id", Source.Model)), (hints.Keys["things"], hints.Keys["parts"]));
    }

    [Theory]
    [InlineData(null, null, "schema", null)]
    [InlineData(null, Effect, "model", null)]
    [InlineData(Effect, null, "override", null)]
    [InlineData(Effect, Effect, "override", null)]
    [InlineData(null, Program, "schema", "model")]
    [InlineData(Program, null, "schema", "override")]
    [InlineData(Program, Program, "schema", "override")]
    public void A_description_tells_a_models_proposal_from_the_users_word(string? user, string? model, string source, string? program)
    {
        IReadOnlyList<ToolSpecification> tools =
        [
            Http("getThing", "GET", "/things/{thing_id}", """{"type":"object","required":["thing_id"],"properties":{"thing_id":{"type":"string"}}}""",
                """{"type":"object","properties":{"thing_id":{"type":"string"},"name":{"type":"string"}}}"""),
        ];
        using var materializer = new DomainMaterializer();
        var options = new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, Overrides = user };
        var made = materializer.Materialize(Domain("things", tools), tools, options, 1, proposal: model);
        var tool = made.Description.Tools.Single();
        Assert.Equal((source, program), (tool.Source, tool.ProgramSource));
    }

    private const string Effect = """{"tools":{"getThing":{"effect":"get"}}}""";

    private const string Program =
        """{"tools":{"getThing":{"program":{"tool":"getThing","writes":false,"body":[{"let":"row","be":["get","things",["arg","thing_id"]]},{"guard":["not",["is_null",["var","row"]]],"code":"not_found","message":"none"},{"return":["var","row"]}],"evidence":[]}}}}""";
}
