using AgentScaler.Trajectories;

namespace AgentScaler.Hosting.Policies;

/// <summary>
/// Generates with a checkpoint of a run. Training implements it; rollout workers ask it when a message's agent is
/// <c>policy:CHECKPOINT</c>. Calls of concurrent episodes may share one batch.
/// </summary>
public interface IPolicyClient
{
    /// <summary>The assistant message that follows the conversation: content, tool calls, or both.</summary>
    /// <param name="checkpoint">Id of the checkpoint's document, or <c>base</c> for the untrained model.</param>
    /// <param name="tools">The OpenAI function tools on offer, as JSON text.</param>
    Task<ChatMessage> GenerateAsync(
        string run, string checkpoint, IReadOnlyList<ChatMessage> messages, string tools, long seed, CancellationToken cancellationToken);
}
