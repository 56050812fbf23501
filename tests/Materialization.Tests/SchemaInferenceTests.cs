using AgentScaler.Environments.Schema;

namespace AgentScaler.Materialization.Tests;

public sealed class SchemaInferenceTests
{
    private static TableSchema Table(IReadOnlyList<Tools.ToolSpecification> tools, string name) =>
        ToolFixture.Materialize("d", tools).Definition!.Schema.Table(name) ?? throw new InvalidOperationException($"No table {name}.");

    [Fact]
    public void A_path_id_is_the_primary_key_and_an_x_id_a_foreign_key()
    {
        var orders = Table(ToolFixture.Shop(), "orders");
        Assert.Equal(["id"], orders.PrimaryKey);
        Assert.Equal(new ColumnReference("customers", "id"), orders.Column("customer_id")!.References);
    }

    [Fact]
    public void Generated_keys_clock_values_and_everything_else_are_judged_by_their_own_equality()
    {
        var orders = Table(ToolFixture.Shop(), "orders");
        Assert.Equal(Equality.Generated, orders.Column("id")!.Equality);
        Assert.Equal(Equality.Volatile, orders.Column("created_at")!.Equality);
        Assert.Equal(Equality.Exact, orders.Column("total")!.Equality);
    }

    [Fact]
    public void The_life_cycle_of_a_status_is_read_off_its_values_and_its_tools()
    {
        var life = Table(ToolFixture.Shop(), "orders").Column("status")!.LifeCycle!;
        Assert.Equal("pending", life.Initial);
        Assert.Contains("cancelled", life.Transitions["pending"]);
        Assert.DoesNotContain("delivered", life.Transitions.Keys);
    }

    [Fact]
    public void A_function_with_a_created_id_in_its_result_makes_a_table_of_that_thing()
    {
        var schema = ToolFixture.Materialize("d", ToolFixture.Helpdesk()).Definition!.Schema;
        Assert.NotNull(schema.Table("tickets"));
        Assert.NotNull(schema.Table("messages"));
        Assert.NotNull(schema.Table("users"));
    }

    [Fact]
    public void What_no_database_holds_makes_no_table() =>
        Assert.DoesNotContain(ToolFixture.Materialize("d", ToolFixture.Helpdesk()).Definition!.Schema.Tables,
            t => t.Name.Contains("weather", StringComparison.Ordinal) || t.Name.Contains("bmi", StringComparison.Ordinal));

    [Fact]
    public void Aws_style_names_share_one_table_whose_key_is_the_name()
    {
        var schema = ToolFixture.Materialize("d", ToolFixture.Aws()).Definition!.Schema;
        Assert.Equal(["QueueName"], Assert.Single(schema.Tables).PrimaryKey);
    }

    [Fact]
    public void Every_column_tells_its_origin() =>
        Assert.All(ToolFixture.Materialize("d", ToolFixture.Shop()).Definition!.Schema.Tables.SelectMany(t => t.Columns), c => Assert.NotNull(c.Origin));
}
