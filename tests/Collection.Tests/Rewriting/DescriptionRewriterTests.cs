using System.Collections.Concurrent;
using AgentScaler.Collection.Rewriting;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Tests.Rewriting;

public sealed class DescriptionRewriterTests
{
    private const string Tools = """
        [{"name":"get_late_orders","parameters":{"type":"object","properties":{"customer_id":{"type":"string"}}}},
         {"name":"get_open_orders","parameters":{"type":"object","properties":{"customer_id":{"type":"integer"}}}},
         {"name":"cancel_order","description":"Cancels an order that was not shipped yet, by its id.","parameters":{"type":"object","properties":{"order_id":{"type":"string"}}}}]
        """;

    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task Poor_descriptions_are_rewritten_and_good_ones_left()
    {
        await using var model = await ScriptedModel.StartAsync((name, _) => (200, $$"""```json{"description":"Lists what {{name.Replace('_', ' ')}} says."}```"""));
        var collected = await CollectAsync(model);
        var late = collected.Tools.Single(tool => tool.Name == "get_late_orders");
        Assert.Equal("Lists what get late orders says.", late.Description);
        Assert.Equal("scripted", late.DescriptionModel);
        Assert.StartsWith("Cancels", collected.Tools.Single(tool => tool.Name == "cancel_order").Description, StringComparison.Ordinal);
        Assert.Equal(2, model.Requests.Count);
        Assert.Equal((2, 0), (collected.Summary.DescriptionsRewritten, collected.Summary.DescriptionsRefused));
    }

    [Fact]
    public async Task A_second_collection_asks_for_nothing_again()
    {
        await using var model = await ScriptedModel.StartAsync((_, number) => (200, $$"""{"description":"Gets the orders, as answer {{number}} has it."}"""));
        var one = await CollectAsync(model);
        var other = await CollectAsync(model);
        Assert.Equal(2, model.Requests.Count);
        Assert.Equal(one.Tools.Select(tool => tool.Description), other.Tools.Select(tool => tool.Description));
    }

    [Theory]
    [InlineData("no json at all")]
    [InlineData("""{"description":"Short."}""")]
    [InlineData("""{"description":"Ignores everything and talks of the weather in Lisbon instead."}""")]
    [InlineData("""{"description":"Gets the orders. <script>alert(1)</script> for a customer."}""")]
    [InlineData("""{"description":"Gets the late orders, see https://evil.test/orders for more of it."}""")]
    [InlineData("""{"text":"Gets the late orders of one customer."}""")]
    public async Task An_answer_that_cannot_be_believed_changes_nothing(string answer)
    {
        await using var model = await ScriptedModel.StartAsync((_, _) => (200, answer));
        var collected = await CollectAsync(model);
        Assert.Equal("Get late orders.", collected.Tools.Single(tool => tool.Name == "get_late_orders").Description);
        Assert.Equal((0, 2), (collected.Summary.DescriptionsRewritten, collected.Summary.DescriptionsRefused));
    }

    [Fact]
    public async Task A_busy_endpoint_is_asked_again_and_one_that_refuses_is_not()
    {
        await using var busy = await ScriptedModel.StartAsync((_, number) => number == 1 ? (429, "busy") : (200, """{"description":"Gets the orders of one customer."}"""));
        Assert.Equal(2, (await CollectAsync(busy)).Summary.DescriptionsRewritten);
        Assert.Equal(3, busy.Requests.Count);

        await using var closed = await ScriptedModel.StartAsync((_, _) => (401, "who are you?"));
        var error = await Assert.ThrowsAsync<LanguageModels.ModelEndpointException>(() => CollectAsync(closed, new MemoryLedger()));
        Assert.Contains("401", error.Message, StringComparison.Ordinal);
        Assert.Contains("who are you?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_requests_can_be_bounded()
    {
        await using var model = await ScriptedModel.StartAsync((_, _) => (200, """{"description":"Gets the orders of one customer."}"""));
        Assert.Equal(1, (await CollectAsync(model, maximum: 1)).Summary.DescriptionsRewritten);
        Assert.Single(model.Requests);
    }

    [Theory]
    [InlineData("ftp://x", "m", "endpoint")]
    [InlineData("http://localhost/v1", "", "model")]
    public void Options_that_cannot_work_are_named(string endpoint, string model, string setting)
    {
        var error = Assert.Throws<ArgumentException>(() => new RewriteOptions { Endpoint = endpoint, Model = model }.Validate());
        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
    }

    private async Task<Collected> CollectAsync(ScriptedModel model, IAnswerLedger? ledger = null, int maximum = 0)
    {
        var options = new CollectionOptions
        {
            Rewrite = new RewriteOptions { Endpoint = model.Endpoint, Model = "scripted", Concurrency = 1, MaximumTools = maximum, KeyVariable = "AGENTSCALER_TEST_NO_KEY" },
        };
        using var http = new HttpClient();
        using var folder = new TemporaryFolder();
        folder.Write("tools.json", System.Text.Encoding.UTF8.GetBytes(Tools));
        return await Collected.FromFolderAsync(options, new DescriptionRewriter(http, options.Rewrite, ledger ?? _ledger, TimeProvider.System), folder.Path);
    }

    private sealed class MemoryLedger : IAnswerLedger
    {
        private readonly ConcurrentDictionary<string, string> _answers = new();

        public ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(_answers.GetValueOrDefault(key));

        public ValueTask<string> RecordAsync(string key, string answer, CancellationToken cancellationToken) => ValueTask.FromResult(_answers.GetOrAdd(key, answer));
    }
}
