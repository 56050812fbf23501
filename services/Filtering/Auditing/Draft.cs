using System.Globalization;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Filtering.Auditing;

/// <summary>
/// A conversation without its tool results. Rendering plays the calls in a new session, so that every tool message of a changed draft is the
/// environment's actual answer.
/// </summary>
internal sealed class Draft(IReadOnlyList<DraftTurn> turns)
{
    public IReadOnlyList<DraftTurn> Turns { get; } = turns;

    public static Draft Of(IReadOnlyList<ChatMessage> messages)
    {
        var answers = messages.Where(m => m.Role == "tool").GroupBy(m => m.ToolCallId ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Content ?? "", StringComparer.Ordinal);
        return new Draft([.. messages.Where(m => m.Role != "tool").Select(m => new DraftTurn(
            m with { ToolCalls = null },
            [.. (m.ToolCalls ?? []).Select(c => new DraftCall(c.Function.Name, c.Function.Arguments, Injected(answers.GetValueOrDefault(c.Id))))]))]);
    }

    /// <summary>Places of the calls that the environment answers, as the turn and the call within it.</summary>
    public IEnumerable<(int Turn, int Call)> Calls() =>
        from turn in Enumerable.Range(0, Turns.Count)
        from call in Enumerable.Range(0, Turns[turn].Calls.Count)
        where Turns[turn].Calls[call].Injected is null
        select (turn, call);

    public DraftCall At((int Turn, int Call) place) => Turns[place.Turn].Calls[place.Call];

    /// <summary>Returns this draft with one call replaced or removed. A turn that is left without calls is removed too.</summary>
    public Draft With((int Turn, int Call) place, DraftCall? call)
    {
        var turns = Turns.ToList();
        var calls = turns[place.Turn].Calls.ToList();
        if (call is null)
        {
            calls.RemoveAt(place.Call);
        }
        else
        {
            calls[place.Call] = call;
        }

        turns[place.Turn] = turns[place.Turn] with { Calls = calls };
        if (calls.Count == 0)
        {
            // Without its calls the turn would lead to two texts in a row.
            turns.RemoveAt(place.Turn);
        }

        return new Draft(turns);
    }

    /// <summary>Returns this draft with calls inserted before a turn, each as a separate turn.</summary>
    public Draft Insert(int turn, params IEnumerable<DraftCall> calls) => new(
        [.. Turns.Take(turn), .. calls.Select(c => new DraftTurn(ChatMessage.Assistant(null), [c])), .. Turns.Skip(turn)]);

    /// <summary>Returns the whole conversation with the environment's answer to each call.</summary>
    public List<ChatMessage> Render(CompiledEnvironment environment)
    {
        var session = environment.Open();
        var messages = new List<ChatMessage>();
        var number = 0;
        foreach (var turn in Turns)
        {
            var calls = turn.Calls.Select(c => new ChatToolCall(
                "call_" + (number++).ToString(CultureInfo.InvariantCulture), new ChatFunction(c.Name, c.Arguments))).ToArray();
            messages.Add(calls.Length > 0 ? turn.Message with { ToolCalls = calls } : turn.Message);
            messages.AddRange(turn.Calls.Zip(calls, (draft, call) => ChatMessage.Tool(call.Id, draft.Injected ?? Answer(session, draft))));
        }

        return messages;
    }

    /// <summary>Returns the session after all calls before a turn.</summary>
    public EnvironmentSession Play(CompiledEnvironment environment, int turns)
    {
        var session = environment.Open();
        foreach (var call in Turns.Take(turns).SelectMany(t => t.Calls).Where(c => c.Injected is null))
        {
            Make(session, call);
        }

        return session;
    }

    public static ToolResult Make(EnvironmentSession session, DraftCall call) =>
        session.Call(call.Name, CallArguments.ObjectOrNull(call.Arguments) ?? Environments.Values.Value.Null);

    private static string Answer(EnvironmentSession session, DraftCall call) => ToolMessages.Content(Make(session, call)).ToJson();

    private static string? Injected(string? answer) =>
        answer is not null && Conversation.JsonOrNull(answer)?["error"]["code"] is { IsString: true } code
        && ErrorCodes.Parse(code.AsString) is ErrorCode.Timeout or ErrorCode.Unavailable or ErrorCode.RateLimited
            ? answer
            : null;
}
