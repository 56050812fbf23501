using AgentScaler.Effects;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests;

/// <summary>Facts of columns have sources too: adopted rows are believed before a model, and the user before rows, in whichever order they speak.</summary>
public sealed class ColumnSourceTests
{
    private const string Rows =
        """{"things":[{"thing_id":"t1","color":"red","status":"new"},{"thing_id":"t2","color":null,"status":"new"},{"thing_id":"t3","color":"red","status":"old"},{"thing_id":"t4","color":"red","status":"old"}]}""";

    private const string Correction =
        """{"tables":[{"name":"things","columns":[{"name":"color","type":"string","nullable":false},{"name":"status","type":"string","enum":["new"],"equality":"generated"}]}]}""";

    [Theory]
    [InlineData(Source.Override, true)]
    [InlineData(Source.Override, false)]
    [InlineData(Source.Model, true)]
    [InlineData(Source.Model, false)]
    public void Neither_rows_nor_a_correction_win_by_speaking_last(Source who, bool rowsLast)
    {
        var dump = new DumpAdoption(Value.Parse(Rows));
        var plan = new DomainPlan();
        new TableBuilder(plan).Add(dump.Resources.Single(), [], new Dictionary<ToolReading, EffectKind>(), InferenceHints.None.With(dump));
        var correction = SchemaAmendment.Read(Value.Parse(Correction), "/schema", who)!;
        correction.Begin(plan);
        foreach (var speak in rowsLast ? [correction.Finish, dump.Finish] : new Action<DomainPlan>[] { dump.Finish, correction.Finish })
        {
            speak(plan);
        }

        var (color, status) = (plan.Table("things")!.Column("color")!, plan.Table("things")!.Column("status")!);
        var believed = who == Source.Override ? who : Source.Recording;
        Assert.Equal((who == Source.Model, believed), (color.Nullable, color.Facts.Nullable.Source));
        Assert.Equal(believed, status.Facts.Enum.Source);
        string[] values = who == Source.Override ? ["new"] : ["new", "old"];
        Assert.Equal(values, status.Enum!.Select(v => v.AsString).Order());

        // Rows say nothing of how values are compared.
        Assert.Equal((Equality.Generated, who), (status.Equality, status.Facts.Equality.Source));
    }

    [Theory]
    [InlineData(null, null, "convention", "schema")]
    [InlineData(Colored, null, "override", "override")]
    [InlineData(null, Colored, "model", "model")]
    [InlineData(Colored, Colored, "override", "override")]
    public void A_description_tells_who_says_what_of_a_column(string? user, string? model, string nullable, string key)
    {
        using var materializer = new DomainMaterializer();
        ToolSpecification[] tools =
        [
            Http("getThing", "GET", "/things/{thing_id}", """{"type":"object","required":["thing_id"],"properties":{"thing_id":{"type":"string"}}}""",
                """{"type":"object","properties":{"thing_id":{"type":"string"},"color":{"type":"string","enum":["red","green"]}}}"""),
        ];
        var options = new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, Overrides = user };
        var made = materializer.Materialize(Domain("things", tools), tools, options, 1, proposal: model);
        var table = made.Description.Tables.Single();
        Assert.Equal((key, nullable), (table.KeySource, table.Sources["color"]["nullable"]));
        Assert.Equal(("schema", "schema"), (table.Sources["color"]["type"], table.Sources["color"]["enum"]));
        Assert.False(table.Sources["color"].ContainsKey("references"));
    }

    private const string Colored =
        """{"domains":{"things":{"keys":{"things":"thing_id"},"schema":{"tables":[{"name":"things","columns":[{"name":"color","type":"string","nullable":true}]}]}}}}""";
}
