using AgentScaler.LanguageModels;
using AgentScaler.Rollout.Telemetry;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Rollout.OpenAi;

/// <summary>A user behind an OpenAI-compatible endpoint. It knows the intent and the person's values, and sees only the words that are said to it.</summary>
public sealed class OpenAiUser(ChatClient client, ICompletionLedger ledger, TaskSpecification task, string sample, long seed) : ISimulatedUser
{
    private readonly string _instructions = Instructions(task);

    /// <summary>The model's answers, turn by turn. It gets them back unchanged, including its thoughts.</summary>
    private readonly List<ChatMessage> _answers = [];

    public string Model => client.Model;

    public ValueTask<UserTurn> OpenAsync(CancellationToken cancellationToken) =>
        SpeakAsync([ChatMessage.System(_instructions), ChatMessage.User("Hello, how can I help you today?")], cancellationToken);

    public ValueTask<UserTurn> ReplyAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        // Roles are swapped: for the model that plays the user, the assistant is the other side.
        var said = new List<ChatMessage> { ChatMessage.System(_instructions), ChatMessage.User("Hello, how can I help you today?") };
        var turn = 0;
        foreach (var message in messages)
        {
            if (message.Role == "user")
            {
                said.Add(ChatMessage.Assistant(message.Content) with { Raw = turn < _answers.Count ? _answers[turn].Raw : null });
                turn++;
            }
            else if (message.Role == "assistant" && message.ToolCalls is null && !string.IsNullOrWhiteSpace(message.Content))
            {
                said.Add(ChatMessage.User(message.Content));
            }
        }

        return SpeakAsync(said, cancellationToken);
    }

    private async ValueTask<UserTurn> SpeakAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var span = RolloutTelemetry.StartChat(client.Model, "user");
        try
        {
            var completion = await client.CompleteAsync(messages, null, seed, sample, ledger, cancellationToken);
            span.End(completion.Usage, completion.FinishReason, completion.FromLedger);
            _answers.Add(completion.Message);
            var (words, leaves) = Farewell.Split(completion.Message.Content ?? "");
            return words.Length == 0 ? UserTurn.Over(completion.Usage) : new UserTurn(words, completion.Usage) { IsLast = leaves };
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }
    }

    private static string Instructions(TaskSpecification task) => $"""
        You play a person who talks to an assistant. {task.User.Profile}

        What you want: {task.Intent}

        What you know, and tell when asked:
        {string.Join('\n', task.User.KnownValues.Select(k => $"- {k.Key}: {SpokenValue.Of(k.Value)}"))}

        - Write only what the person says next, one short message at a time.
        - Do not tell everything at once; tell what belongs to the matter at hand, and give values exactly.
        - Never make up what is not listed. If you do not know something, say so.
        - When everything you wanted is done, or the assistant has said that it cannot be done, answer {Farewell.Token} and nothing else.
        """.ReplaceLineEndings("\n");
}
