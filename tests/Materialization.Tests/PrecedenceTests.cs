using AgentScaler.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Pipeline.Options;
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
}
