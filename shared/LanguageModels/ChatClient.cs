using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>
/// Requests chat completions from one endpoint. It counts tokens and cost, and stores every answer in the ledger. It can handle thousands of concurrent
/// requests.
/// </summary>
public sealed class ChatClient(HttpClient http, EndpointOptions options, Budget budget, TimeProvider time)
{
    private const string Path = "chat/completions";

    private readonly EndpointConnection _connection = new(http, options, time);

    public string Model => options.Model!;

    /// <param name="sample">Distinguishes equal requests that may have different answers, such as an episode's attempts.</param>
    /// <exception cref="EndpointUnreachableException">No attempt received an answer.</exception>
    /// <exception cref="EndpointQuotaException">The account's quota is used up.</exception>
    /// <exception cref="ContextLimitException">The conversation is too long for the model.</exception>
    /// <exception cref="ModelEndpointException">The endpoint refuses the request or gives no answer after all attempts.</exception>
    /// <exception cref="BudgetExceededException">The endpoint's budget is used up.</exception>
    public async Task<ChatCompletion> CompleteAsync(
        IReadOnlyList<ChatMessage> messages, string? tools, long seed, string sample, ICompletionLedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var body = ChatRequestText.Of(options, messages, tools, seed);
        var key = ChatRequestText.Key(options, body, sample);
        if (await ledger.FindAsync(key, cancellationToken) is { } recorded)
        {
            return Read(recorded) with { FromLedger = true };
        }

        budget.Require(options.Endpoint!);
        var (answer, completion) = await _connection
            .AskAsync(Path, body, came => (came.Text, ChatAnswer.Read(came, options)), cancellationToken);
        budget.Add(completion.Usage);
        var kept = await ledger.RecordAsync(key, answer, cancellationToken);
        return ReferenceEquals(kept, answer) ? completion : Read(kept) with { FromLedger = true };
    }

    /// <summary>The form of an answer in the ledger.</summary>
    private ChatCompletion Read(string kept) => ChatAnswer.Read(new EndpointAnswer(kept, Ended: true), options);
}
