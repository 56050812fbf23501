using System.Runtime.InteropServices;
using AgentScaler.Clustering.Endpoints;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Embeddings;

/// <summary>Vectors from <c>/v1/embeddings</c>. Equal texts are sent once, known texts are not sent, and the rest is sent in parallel batches.</summary>
public sealed class EndpointEmbedding(EndpointClient client, EmbeddingEndpoint endpoint, AnswerLedger ledger)
{
    /// <returns>One vector for each text, in order.</returns>
    /// <exception cref="ModelEndpointException">The endpoint fails, or its answer does not have the form of the interface.</exception>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, Action<int>? textsDone, CancellationToken cancellationToken)
    {
        var ids = texts.Select(text => ContentId.Of("embedding", endpoint.Model, text)).ToArray();
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            if (!vectors.ContainsKey(ids[i]) && !asked.ContainsKey(ids[i]))
            {
                var stored = await ledger.FindAsync<StoredVector>(ids[i], cancellationToken);
                if (stored is null)
                {
                    asked.Add(ids[i], texts[i]);
                }
                else
                {
                    vectors.Add(ids[i], MemoryMarshal.Cast<byte, float>(stored.Values).ToArray());
                }
            }
        }

        var done = texts.Count - asked.Count;
        await Parallel.ForEachAsync(
            asked.Chunk(endpoint.BatchSize), new ParallelOptions { MaxDegreeOfParallelism = endpoint.Concurrency, CancellationToken = cancellationToken },
            async (batch, stop) =>
            {
                var answers = await AskAsync([.. batch.Select(one => one.Value)], stop);
                await ledger.SaveAsync(batch.Zip(answers, (one, vector) => (one.Key, new StoredVector(MemoryMarshal.AsBytes<float>(vector).ToArray()))), stop);
                lock (vectors)
                {
                    foreach (var (one, vector) in batch.Zip(answers))
                    {
                        vectors.Add(one.Key, vector);
                    }
                }

                textsDone?.Invoke(Interlocked.Add(ref done, batch.Length));
            });
        return [.. ids.Select(id => vectors[id])];
    }

    private async Task<float[][]> AskAsync(string[] texts, CancellationToken cancellationToken)
    {
        var answer = await client.PostAsync("embeddings", new { model = endpoint.Model, input = texts, encoding_format = "float" }, cancellationToken);
        var vectors = new float[texts.Length][];
        try
        {
            var place = 0;
            foreach (var item in answer.GetProperty("data").EnumerateArray())
            {
                // Servers number their answers. A server that does not returns them in order.
                var index = item.TryGetProperty("index", out var number) ? number.GetInt32() : place;
                vectors[index] = [.. item.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle())];
                place++;
            }
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw new ModelEndpointException(
                $"{endpoint.Endpoint} answered embeddings in another form than the interface's: {exception.Message}", transient: false, exception);
        }

        return Array.TrueForAll(vectors, vector => vector is { Length: > 0 })
            ? vectors
            : throw new ModelEndpointException(
                $"{endpoint.Endpoint} answered {vectors.Count(vector => vector is not null)} embeddings for {texts.Length} texts.", transient: false);
    }
}
