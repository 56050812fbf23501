using AgentScaler.Environments;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout;

/// <summary>What an agent is given at its turn.</summary>
/// <param name="Messages">The conversation so far, system message first; the list grows, an agent never changes it.</param>
/// <param name="Tools">The OpenAI function tools as JSON text.</param>
/// <param name="LastUserTurn">The user's latest turn, with what it told by name where the user is scripted.</param>
public sealed record AgentRequest(
    IReadOnlyList<ChatMessage> Messages,
    EnvironmentDefinition Environment,
    string Tools,
    UserTurn LastUserTurn);
