using System.Collections.Concurrent;
using System.Globalization;
using AgentScaler.Environments.Sessions;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.Agents.Scripted;
using AgentScaler.Rollout.OpenAi;
using AgentScaler.Rollout.Policies;
using AgentScaler.Rollout.Users;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Rollout;

/// <summary>Makes the agent and the user of one episode by the options. All episodes of a process share endpoints and budgets.</summary>
/// <param name="policies">Generates from checkpoints; null if this process cannot.</param>
public sealed class EpisodeFactory(HttpClient http, TimeProvider time, IPolicyGenerator? policies = null)
{
    private readonly ConcurrentDictionary<EndpointOptions, ChatClient> _clients = [];

    /// <param name="agent"><c>scripted</c>, <c>openai</c>, or <c>policy:CHECKPOINT</c>.</param>
    /// <exception cref="PolicyUnavailableException">The agent is a checkpoint, and this process cannot serve one.</exception>
    public IAgent Agent(string agent, CompiledEnvironment environment, TaskSpecification task, int attempt, long seed, RolloutOptions options,
        ICompletionLedger ledger, string run)
    {
        if (agent == "scripted")
        {
            return new ScriptedAgent(environment.Definition, task, attempt, seed, options.Mistakes);
        }

        if (agent == "openai")
        {
            options.AgentEndpoint.Validate("Rollout option agent_endpoint");
            return new OpenAiAgent(Client(options.AgentEndpoint), ledger, Sample(task, attempt), EpisodeSeed(task, attempt, seed));
        }

        var checkpoint = agent.StartsWith("policy:", StringComparison.Ordinal)
            ? agent["policy:".Length..]
            : throw new ArgumentException($"Unknown agent '{agent}'; it must be scripted, openai or policy:CHECKPOINT.");
        return new PolicyAgent(
            policies ?? throw new PolicyUnavailableException($"No policy generator is configured here; checkpoint '{checkpoint}' cannot be asked."),
            run, checkpoint, task.Id, task.GoldenCalls.Select(c => c.Name).ToHashSet(StringComparer.Ordinal), options.Policy, EpisodeSeed(task, attempt, seed));
    }

    public ISimulatedUser User(TaskSpecification task, int attempt, long seed, RolloutOptions options, ICompletionLedger ledger)
    {
        if (options.User == "scripted")
        {
            return new ScriptedUser(task, attempt, seed);
        }

        options.UserEndpoint.Validate("Rollout option user_endpoint");
        return new OpenAiUser(Client(options.UserEndpoint), ledger, task, Sample(task, attempt), EpisodeSeed(task, attempt, seed));
    }

    private ChatClient Client(EndpointOptions endpoint) =>
        _clients.GetOrAdd(endpoint, e => new ChatClient(http, e, new Budget(e.Budget, e.TokenBudget), time));

    private static string Sample(TaskSpecification task, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{task.Id}/{attempt}");

    /// <summary>Returns a seed that differs between the attempts of a task and fits the 32 bits that endpoints accept.</summary>
    private static long EpisodeSeed(TaskSpecification task, int attempt, long seed) =>
        (long)(SeededRandom.Of(seed, "model", Sample(task, attempt)).NextBits() >> 33);
}
