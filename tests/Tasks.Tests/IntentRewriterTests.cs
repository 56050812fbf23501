using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Checks;
using AgentScaler.Tasks.Rewriting;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.Tasks.Tests;

/// <summary>A language model may say an intent in other words; it may not say anything else.</summary>
public sealed class IntentRewriterTests
{
    private static readonly Lazy<TaskSet> Made =
        new(() => new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions { CoverageExtra = 0 }, 0));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TaskSpecification Task =>
        Made.Value.Tasks.First(t => t.Parts.Count > 1 && t.User.KnownValues.Values.Any(v => v.IsString && v.AsString.Length > 4));

    [Fact]
    public void Other_words_with_the_same_values_are_taken_under_a_new_id()
    {
        var rewritten = Accepted(Texts(t => $"so here is the thing: {t}"));
        Assert.NotNull(rewritten);
        Assert.StartsWith("so here is the thing: ", rewritten.Intent, StringComparison.Ordinal);
        Assert.Equal(rewritten.Intent, string.Join(' ', rewritten.Parts.Select(p => p.Text)));
        Assert.NotEqual(Task.Id, rewritten.Id);
        Assert.Equal(Task.GoldenCalls.Select(c => c.Arguments), rewritten.GoldenCalls.Select(c => c.Arguments));
        Assert.Null(new TaskVerifier(ShopDomain.Environment).Fault(rewritten));
    }

    [Fact]
    public void A_fence_around_the_answer_is_forgiven() => Assert.NotNull(Accepted($"```json\n{Texts(t => $"well: {t}")}\n```"));

    [Theory]
    [InlineData("{0} And it is number 4711.")]
    [InlineData("{0} Ask my friend Bartholomew about it.")]
    [InlineData("{0} My address is someone@example.org.")]
    [InlineData("{0} It says \"as soon as possible\" here.")]
    [InlineData("{0} Just call find_customers.")]
    public void What_adds_a_value_or_names_a_tool_is_refused(string form) =>
        Assert.Null(Accepted(Texts(t => form.Replace("{0}", t, StringComparison.Ordinal))));

    [Fact]
    public void What_loses_a_value_is_refused()
    {
        var value = SpokenValue.Of(Task.User.KnownValues.Values.First(v => v.IsString && v.AsString.Length > 4));
        Assert.Null(Accepted(Texts(t => t.Replace(value, "it", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("I cannot do that.")]
    [InlineData("[]")]
    [InlineData("[\"only one\"")]
    [InlineData("[1, 2]")]
    public void An_answer_of_another_form_is_refused(string answer) => Assert.Null(Accepted(answer));

    [Fact]
    public async Task A_set_is_rewritten_once_and_the_ledger_answers_afterwards()
    {
        await using var endpoint = await StartAsync((_, request) => Says(Reworded(request)));
        var ledger = new MemoryLedger();
        var author = new EndpointOptions { Endpoint = endpoint.Address, Model = "tiny" };
        using var http = ModelConnections.Create();
        var authors = new IntentAuthors(new AuthorClients(http, TimeProvider.System));

        var first = await authors.RewriteAsync(Made.Value, ShopDomain.Environment, author, ledger, Stop);
        var asked = endpoint.Requests.Count;
        var again = await authors.RewriteAsync(Made.Value, ShopDomain.Environment, author, ledger, Stop);

        Assert.Equal(Made.Value.Tasks.Count, first.Figures.Rewritten);
        Assert.Equal(asked, endpoint.Requests.Count);
        Assert.Equal(first.Tasks.Select(t => t.Id), again.Tasks.Select(t => t.Id));
        Assert.Equal(first.Tasks.Select(t => t.Id).Order(StringComparer.Ordinal), first.Tasks.Select(t => t.Id));
    }

    [Fact]
    public async Task After_bounded_tries_the_grammars_intent_stays()
    {
        await using var endpoint = await StartAsync((_, _) => Says("Sorry."));
        using var http = ModelConnections.Create();
        var set = Made.Value with { Tasks = [Task] };

        var kept = await new IntentAuthors(new AuthorClients(http, TimeProvider.System))
            .RewriteAsync(set, ShopDomain.Environment, new EndpointOptions { Endpoint = endpoint.Address, Model = "tiny" }, new MemoryLedger(), Stop);

        Assert.Equal(Task.Id, Assert.Single(kept.Tasks).Id);
        Assert.Equal(0, kept.Figures.Rewritten);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    private static TaskSpecification? Accepted(string answer) => IntentRewriter.Accepted(ShopDomain.Environment, Task, answer);

    private static string Texts(Func<string, string> change) => JsonSerializer.Serialize(Task.Parts.Select(p => change(p.Text)));

    private static string Reworded(Value request)
    {
        var asked = request["messages"].AsArray[1]["content"].AsString;
        return Value.From(Value.Parse(asked[asked.IndexOf('[', StringComparison.Ordinal)..]).AsArray.ToArray().Select(t => (Value)$"well: {t.AsString}"))
            .ToJson();
    }
}
