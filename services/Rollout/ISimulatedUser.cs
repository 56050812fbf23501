using AgentScaler.Trajectories;

namespace AgentScaler.Rollout;

/// <summary>Plays the user in one episode. One instance serves one episode and may keep state.</summary>
public interface ISimulatedUser
{
    /// <summary>The model, or <c>scripted</c>.</summary>
    string Model { get; }

    /// <summary>Returns the message that opens the conversation.</summary>
    ValueTask<UserTurn> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Returns the answer to an assistant message without tool calls, or the end.</summary>
    ValueTask<UserTurn> ReplyAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken);
}
