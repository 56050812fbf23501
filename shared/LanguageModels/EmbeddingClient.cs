using System.Runtime.InteropServices;
using System.Text.Json;
using AgentScaler.Tools;

namespace AgentScaler.LanguageModels;

/// <summary>
/// Gets vectors from the <c>embeddings</c> of one endpoint and keeps them in the ledger. Each different text is sent once, and a text in the ledger
/// never.
/// </summary>
/// <param name="batchSize">The number of texts in a request.</param>
/// <param name="concurrency">The largest number of requests at the same time.</param>
public sealed class EmbeddingClient(HttpClient http, EndpointOptions options, int batchSize, int concurrency, TimeProvider time)
{
    private const string Path = "embeddings";

    private readonly EndpointConnection _connection = new(http, options, time);

    /// <returns>One vector for each text, in the order of the texts.</returns>
    /// <exception cref="EndpointUnreachableException">No attempt reached the endpoint.</exception>
    /// <exception cref="EndpointQuotaException">The account's quota is used up.</exception>
    /// <exception cref="ModelEndpointException">The endpoint fails, or its answer does not have the form of the interface.</exception>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(
        IReadOnlyList<string> texts, ICompletionLedger ledger, Action<int>? textsDone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(ledger);
        var keys = texts.Select(text => ContentId.Of("embedding", options.Endpoint, options.Model, text)).ToArray();
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            if (vectors.ContainsKey(keys[i]) || asked.ContainsKey(keys[i]))
            {
                continue;
            }

            if (await ledger.FindAsync(keys[i], cancellationToken) is { } kept)
            {
                vectors.Add(keys[i], MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(kept)).ToArray());
            }
            else
            {
                asked.Add(keys[i], texts[i]);
            }
        }

        var done = texts.Count - asked.Count;
        await Parallel.ForEachAsync(
            asked.Chunk(batchSize), new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (batch, stop) =>
            {
                var answers = await AskAsync([.. batch.Select(one => one.Value)], stop);
                await ledger.RecordManyAsync([.. batch.Zip(answers, (one, vector) => KeyValuePair.Create(one.Key, Text(vector)))], stop);
                lock (vectors)
                {
                    foreach (var (one, vector) in batch.Zip(answers))
                    {
                        vectors.Add(one.Key, vector);
                    }
                }

                textsDone?.Invoke(Interlocked.Add(ref done, batch.Length));
            });
        return [.. keys.Select(key => vectors[key])];
    }

    private static string Text(float[] vector) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector));

    private async Task<float[][]> AskAsync(string[] texts, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { model = options.Model, input = texts, encoding_format = "float" }, JsonSerializerOptions.Web);
        var answer = await _connection.AskAsync(Path, body, came => came.Document(), cancellationToken);
        var vectors = new float[texts.Length][];
        try
        {
            var place = 0;
            foreach (var item in answer.GetProperty("data").EnumerateArray())
            {
                // Servers number their answers; one that does not gives them in order.
                var index = item.TryGetProperty("index", out var number) ? number.GetInt32() : place;
                vectors[index] = [.. item.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle())];
                place++;
            }
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw new ModelEndpointException(
                $"{options.Endpoint} answered embeddings in another form than the interface's: {exception.Message}", transient: false, exception);
        }

        return Array.TrueForAll(vectors, vector => vector is { Length: > 0 })
            ? vectors
            : throw new ModelEndpointException(
                $"{options.Endpoint} answered {vectors.Count(vector => vector is not null)} embeddings for {texts.Length} texts.", transient: false);
    }
}
