using AgentScaler.Environments.Sessions;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.Agents.Scripted;
using AgentScaler.Rollout.Users;
using AgentScaler.Tasks;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout.Tests;

/// <summary>Tasks of the hand-written shop, and episodes over them.</summary>
internal static class Shop
{
    private static readonly Lazy<IReadOnlyList<TaskSpecification>> Made =
        new(() => new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions(), 0).Tasks);

    public static CompiledEnvironment Environment => ShopDomain.Environment;

    public static IReadOnlyList<TaskSpecification> Tasks => Made.Value;

    public static MistakeOptions Always(MistakeKind kind) => kind switch
    {
        MistakeKind.WrongArgument => MistakeOptions.None with { WrongArgument = 1 },
        MistakeKind.ToolError => MistakeOptions.None with { ToolError = 1 },
        MistakeKind.MissingStep => MistakeOptions.None with { MissingStep = 1 },
        MistakeKind.ExtraWrite => MistakeOptions.None with { ExtraWrite = 1 },
        MistakeKind.Repetition => MistakeOptions.None with { Repetition = 1 },
        MistakeKind.GivingUp => MistakeOptions.None with { GivingUp = 1 },
        _ => MistakeOptions.None with { MalformedCall = 1 },
    };

    public static Task<Trajectory> PlayAsync(TaskSpecification task, RolloutOptions options, int attempt = 0, long seed = 0) => new EpisodeRunner().RunAsync(
        Environment, task, attempt, seed,
        new ScriptedAgent(Environment.Definition, task, attempt, seed, options.Mistakes), new ScriptedUser(task, attempt, seed), options,
            TestContext.Current.CancellationToken);
}
