using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>
/// Chat completions of one endpoint: counts tokens and cost, and keeps every answer in the ledger. Safe for thousands of
/// concurrent requests.
/// </summary>
public sealed class ChatClient(HttpClient http, EndpointOptions options, Budget budget, TimeProvider time)
{
    private const string Path = "chat/completions";

    private readonly EndpointConnection _connection = new(http, options, time);

    public string Model => options.Model!;

    /// <param name="sample">Tells apart requests that may rightly be answered differently: an episode's attempt.</param>
    /// <exception cref="EndpointUnreachableException">Nobody answered in any attempt.</exception>
    /// <exception cref="EndpointQuotaException">The account has nothing left.</exception>
    /// <exception cref="ContextLimitException">The conversation is too long for the model.</exception>
    /// <exception cref="ModelEndpointException">The endpoint refuses the request, or does not answer after all attempts.</exception>
    /// <exception cref="BudgetExceededException">The endpoint's budget is spent.</exception>
    public async Task<ChatCompletion> CompleteAsync(
        IReadOnlyList<ChatMessage> messages, string? tools, long seed, string sample, ICompletionLedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var body = ChatRequestText.Of(options, messages, tools, seed);
        var key = ChatRequestText.Key(options, body, sample);
        if (await ledger.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } recorded)
        {
            return Read(recorded) with { FromLedger = true };
        }

        budget.Require(options.Endpoint!);
        var (answer, completion) = await _connection
            .AskAsync(Path, body, came => (came.Text, ChatAnswer.Read(came, options)), cancellationToken).ConfigureAwait(false);
        budget.Add(completion.Usage);
        var kept = await ledger.RecordAsync(key, answer, cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(kept, answer) ? completion : Read(kept) with { FromLedger = true };
    }

    /// <summary>An answer as the ledger keeps it.</summary>
    private ChatCompletion Read(string kept) => ChatAnswer.Read(new EndpointAnswer(kept, Ended: true), options);
}
