using AgentScaler.LanguageModels;
using AgentScaler.Rollout.Telemetry;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout.OpenAi;

/// <summary>An agent behind an OpenAI-compatible endpoint.</summary>
/// <param name="sample">The episode's attempt and turn base. Attempts differ by it, and a redelivery does not.</param>
public sealed class OpenAiAgent(ChatClient client, ICompletionLedger ledger, string sample, long seed) : IAgent
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _renamed;

    public string Name => "openai";

    public string Model => client.Model;

    public TrajectoryOrigin Origin => TrajectoryOrigin.Model;

    public IReadOnlyList<string> Mistakes => [];

    public async ValueTask<AgentTurn> NextAsync(AgentRequest request, CancellationToken cancellationToken)
    {
        var span = RolloutTelemetry.StartChat(client.Model, "agent");
        try
        {
            var completion = await client.CompleteAsync(request.Messages, request.Tools, seed, sample, ledger, cancellationToken);
            span.End(completion.Usage, completion.FinishReason, completion.FromLedger);
            return new AgentTurn(Distinct(completion.Message), completion.Usage) { FinishReason = completion.FinishReason };
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }
    }

    /// <summary>Makes the ids of calls distinct. Servers that number calls from zero in every answer would give two calls of one episode the same id.</summary>
    private ChatMessage Distinct(ChatMessage message)
    {
        if (message.ToolCalls is not { Count: > 0 } calls)
        {
            return message;
        }

        if (calls.All(call => !_ids.Contains(call.Id)))
        {
            _ids.UnionWith(calls.Select(call => call.Id));
            return message;
        }

        var renamed = new List<ChatToolCall>(calls.Count);
        foreach (var call in calls)
        {
            var id = call.Id;
            while (!_ids.Add(id))
            {
                id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"call_{++_renamed:d4}");
            }

            renamed.Add(call with { Id = id });
        }

        return RawMessage.WithCalls(message, renamed);
    }
}
