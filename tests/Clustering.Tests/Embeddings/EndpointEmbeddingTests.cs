using System.Text.Json;
using AgentScaler.Clustering.Endpoints;
using AgentScaler.Clustering.Tests.Endpoints;
using AgentScaler.Fixtures;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using Microsoft.AspNetCore.Http;

namespace AgentScaler.Clustering.Tests.Embeddings;

public class EndpointEmbeddingTests
{
    private static readonly string[] Texts = ["one", "three", "one", "four", "fifteen", "six"];

    [Fact]
    public async Task Every_text_gets_its_vector_and_equal_texts_are_asked_once()
    {
        await using var store = new TemporaryStore();
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, body) => ScriptedEndpoint.Embeddings(body));
        var vectors = await Embedding(endpoint).EmbedAsync(Texts, new StoredLedger(store.Documents, "run"), null, TestContext.Current.CancellationToken);
        Assert.Equal(Texts.Select(ScriptedEndpoint.VectorOf), vectors);
        Assert.Equal(["fifteen", "four", "one", "six", "three"], endpoint.Asked.SelectMany(one => InputOf(one.Body)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Texts_are_sent_in_batches()
    {
        await using var store = new TemporaryStore();
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, body) => ScriptedEndpoint.Embeddings(body));
        await Embedding(endpoint).EmbedAsync(Texts, new StoredLedger(store.Documents, "run"), null, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 2], endpoint.Asked.Select(one => InputOf(one.Body).Length).Order());
        Assert.All(endpoint.Asked, one => Assert.Equal(("embeddings", "tiny"), (one.Path, one.Body.GetProperty("model").GetString())));
    }

    [Fact]
    public async Task What_was_answered_once_is_never_asked_again()
    {
        await using var store = new TemporaryStore();
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, body) => ScriptedEndpoint.Embeddings(body));
        await Embedding(endpoint).EmbedAsync(Texts, new StoredLedger(store.Documents, "run"), null, TestContext.Current.CancellationToken);
        endpoint.Asked.Clear();
        var vectors = await Embedding(endpoint)
            .EmbedAsync([.. Texts, "seven"], new StoredLedger(store.Documents, "run"), null, TestContext.Current.CancellationToken);
        Assert.Equal(ScriptedEndpoint.VectorOf("fifteen"), vectors[4]);
        Assert.Equal(["seven"], Assert.Single(endpoint.Asked.Select(one => InputOf(one.Body))));
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"index":9,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":["x"]}]}""")]
    [InlineData("""{"error":"no"}""")]
    [InlineData("not json")]
    public async Task An_answer_of_another_form_is_refused(string answer)
    {
        await using var store = new TemporaryStore();
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, _) => Results.Text(answer, "application/json"));
        await Assert.ThrowsAnyAsync<ModelEndpointException>(() => Embedding(endpoint)
            .EmbedAsync(["one"], new StoredLedger(store.Documents, "run"), null, TestContext.Current.CancellationToken));
    }

    private static EmbeddingClient Embedding(ScriptedEndpoint endpoint) => ModelEndpoints.Embeddings(
        ScriptedEndpoint.Clients, new EmbeddingEndpoint { Endpoint = endpoint.Address, Model = "tiny", BatchSize = 2, Attempts = 1 }, TimeProvider.System);

    private static string[] InputOf(JsonElement body) => [.. body.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
}
