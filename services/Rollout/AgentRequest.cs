using AgentScaler.Environments;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout;

/// <summary>The input of an agent at its turn.</summary>
/// <param name="Messages">The conversation so far, with the system message first. The list grows, and an agent never changes it.</param>
/// <param name="Tools">The OpenAI function tools as JSON text.</param>
/// <param name="LastUserTurn">The user's latest turn; for a scripted user with the values that it told, by name.</param>
public sealed record AgentRequest(
    IReadOnlyList<ChatMessage> Messages,
    EnvironmentDefinition Environment,
    string Tools,
    UserTurn LastUserTurn);
