using AgentScaler.Collection.Rewriting;
using AgentScaler.Hosting.Bus;
using AgentScaler.LanguageModels;
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
        await using var model =
            await ScriptedModel.StartAsync((name, _) => (200, $$"""```json{"description":"Lists what {{name.Replace('_', ' ')}} says."}```"""));
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
        await using var busy =
            await ScriptedModel.StartAsync((_, number) => number == 1 ? (429, "busy") : (200, """{"description":"Gets the orders of one customer."}"""));
        Assert.Equal(2, (await CollectAsync(busy)).Summary.DescriptionsRewritten);
        Assert.Equal(3, busy.Requests.Count);

        await using var closed = await ScriptedModel.StartAsync((_, _) => (401, "who are you?"));
        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => CollectAsync(closed, new MemoryLedger()));
        Assert.Contains("401", error.Message, StringComparison.Ordinal);
        Assert.Contains("who are you?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/v1")]
    [InlineData("http://nowhere.invalid/v1")]
    public async Task An_endpoint_that_nobody_reaches_is_an_outage_that_the_message_waits_for(string address) =>
        Assert.True(Outage.Is(await Assert.ThrowsAsync<EndpointUnreachableException>(() => CollectAsync(address, new MemoryLedger(), retries: 0))));

    [Fact]
    public async Task An_endpoint_that_is_away_is_an_outage_and_what_it_answered_before_is_not_asked_again()
    {
        var away = true;
        await using var model = await ScriptedModel.StartAsync((_, number) => away && number > 1
            ? (503, "starting")
            : (200, """{"description":"Gets the orders of one customer."}"""));
        Assert.True(Outage.Is(await Assert.ThrowsAsync<ModelEndpointException>(() => CollectAsync(model.Endpoint, _ledger, retries: 0))));
        away = false;
        Assert.Equal(2, (await CollectAsync(model)).Summary.DescriptionsRewritten);
        Assert.Equal(3, model.Requests.Count);
    }

    [Fact]
    public async Task A_spent_quota_is_no_outage_and_ends_the_collection()
    {
        await using var model =
            await ScriptedModel.StartAsync((_, _) => (429, """{"error":{"code":"insufficient_quota","message":"You exceeded your current quota."}}"""));
        Assert.False(Outage.Is(await Assert.ThrowsAsync<EndpointQuotaException>(() => CollectAsync(model))));
        Assert.Single(model.Requests);
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

    private Task<Collected> CollectAsync(ScriptedModel model, ICompletionLedger? ledger = null, int maximum = 0) =>
        CollectAsync(model.Endpoint, ledger ?? _ledger, maximum);

    private static async Task<Collected> CollectAsync(string endpoint, ICompletionLedger ledger, int maximum = 0, int retries = 5)
    {
        var options = new CollectionOptions
        {
            Rewrite = new RewriteOptions
            {
                Endpoint = endpoint,
                Model = "scripted",
                Concurrency = 1,
                MaximumTools = maximum,
                Retries = retries,
                KeyVariable = "AGENTSCALER_TEST_NO_KEY",
            },
        };
        using var http = new HttpClient();
        using var folder = new TemporaryFolder();
        folder.Write("tools.json", System.Text.Encoding.UTF8.GetBytes(Tools));
        return await Collected.FromFolderAsync(options, new DescriptionRewriter(http, options.Rewrite, ledger, TimeProvider.System), folder.Path);
    }
}
