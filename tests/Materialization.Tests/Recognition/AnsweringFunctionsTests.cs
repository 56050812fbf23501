namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>What a function works on whose answer is a thing that others read. A row cites the function beside <c>get_plot</c> and <c>get_member</c>.</summary>
public sealed class AnsweringFunctionsTests
{
    private const string Plot = "{plot_id!, site!, tenant_id!, warnings!: int}";
    private const string Reads = $"get_plot(plot_id!) -> {Plot} & get_member(member_id!) -> {{member_id!, name!, standing!: good|suspended}}";

    [Theory]
    [InlineData($"end_tenancy(plot_id!, reason) -> {Plot} -- The tenant gives up the plot. Its tenant is cleared.",
        "plots", "the id of a plot names the one that changes")]
    [InlineData($"assign_member(plot_id!, member_id!) -> {Plot} -- Gives the plot to a member.", "plots", "what is answered, and not what is assigned")]
    [InlineData($"open_ground(site!) -> {Plot} -- Creates a plot.", "plots", "no id: one is made")]
    [InlineData("rate_member(member_id!, stars!: int) -> {rating_id!, member_id!, stars!: int} -- Creates a rating.",
        "ratings", "an answer that nothing reads stays")]
    public void It_works_on_the_thing_that_it_answers_with(string function, string table, string because) =>
        Assert.Equal($"{because}: {table}", $"{because}: {Recognised.Last($"{Reads} & {function}").Table}");
}
