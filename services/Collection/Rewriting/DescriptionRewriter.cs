using System.Collections.Concurrent;
using AgentScaler.Collection.Gate;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Rewriting;

/// <summary>
/// Lets a language model rewrite poor descriptions. Never needed and never trusted unchecked: an answer that fails the
/// check leaves the description as it is, and is counted.
/// </summary>
public sealed class DescriptionRewriter
{
    // Shorter texts mostly repeat the name.
    private const int PoorLength = 24;

    private readonly RewriteOptions _options;
    private readonly ChatClient _client;
    private readonly ICompletionLedger _ledger;

    /// <exception cref="ArgumentException">The options cannot work; the message names the setting.</exception>
    public DescriptionRewriter(HttpClient http, RewriteOptions options, ICompletionLedger ledger, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        var endpoint = new EndpointOptions
        {
            Endpoint = options.Endpoint,
            Model = options.Model,
            KeyVariable = options.KeyVariable,
            Temperature = options.Temperature,
            SendSeed = false,
            TimeoutSeconds = options.TimeoutSeconds,
            Retries = options.Retries,
        };
        _client = new ChatClient(http, endpoint, new Budget(0, 0), time);
        _ledger = ledger;
    }

    /// <summary>Whether a description tells too little for an agent to choose by.</summary>
    internal static bool IsPoor(string description, bool derived) => derived || description.Length < PoorLength;

    /// <summary>New descriptions by id of the tools whose own is poor, and how many answers were not believed.</summary>
    /// <exception cref="ModelEndpointException">The endpoint refuses, or does not answer after all attempts.</exception>
    internal async Task<(IReadOnlyDictionary<string, string> Descriptions, int Refused)> RewriteAsync(
        IEnumerable<SpooledDraft> drafts, DraftSpool spool, CancellationToken cancellationToken)
    {
        var poor = drafts.Where(draft => draft.IsPoorlyDescribed).OrderBy(draft => draft.Id, StringComparer.Ordinal)
            .Take(_options.MaximumTools > 0 ? _options.MaximumTools : int.MaxValue);
        var descriptions = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var refused = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(poor, parallel, async (draft, token) =>
        {
            var tool = spool.Read(draft.Place);
            if (DescriptionPrompt.Read(await AnswerAsync(tool, token), tool) is { } description)
            {
                descriptions[draft.Id] = description;
            }
            else
            {
                Interlocked.Increment(ref refused);
            }
        });
        return (descriptions, refused);
    }

    private async Task<string> AnswerAsync(ToolSpecification tool, CancellationToken cancellationToken)
    {
        var completion = await _client.CompleteAsync(DescriptionPrompt.Messages(tool), null, 0, "", _ledger, cancellationToken);
        return completion.Message.Content ?? "";
    }
}
