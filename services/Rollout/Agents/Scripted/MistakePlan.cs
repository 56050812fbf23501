using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Pipeline.Options;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Rollout.Agents.Scripted;

/// <summary>The mistakes of one episode, each at its planned call. They are drawn before the first turn.</summary>
internal sealed class MistakePlan
{
    private readonly Dictionary<int, List<MistakeKind>> _byCall = [];

    public MistakePlan(ScriptedPlan plan, EnvironmentDefinition environment, MistakeOptions options, SeededRandom random)
    {
        foreach (var kind in Enum.GetValues<MistakeKind>())
        {
            // Both draws are always made, so that one rate does not change the draws of the others.
            var chosen = random.Chance(options.RateOf(kind));
            var at = random.Next(int.MaxValue);
            if (!chosen)
            {
                continue;
            }

            var eligible = Enumerable.Range(0, plan.Calls.Count).Where(i => Eligible(kind, i, plan, environment)).ToList();
            if (eligible.Count > 0)
            {
                var call = eligible[at % eligible.Count];
                if (!_byCall.TryGetValue(call, out var kinds))
                {
                    _byCall[call] = kinds = [];
                }

                kinds.Add(kind);
            }
        }
    }

    /// <summary>Whether this mistake is due at this call. Each mistake is due once.</summary>
    public bool Take(int call, MistakeKind kind) => _byCall.TryGetValue(call, out var kinds) && kinds.Remove(kind);

    /// <summary>Whether any mistake is still due at this call.</summary>
    public bool Any(int call) => _byCall.TryGetValue(call, out var kinds) && kinds.Count > 0;

    /// <summary>Returns the argument that a careless call leaves out: the first one that the schema requires.</summary>
    public static PlannedArgument? Omittable(PlannedCall call, EnvironmentDefinition environment)
    {
        var tool = environment.Tools.FirstOrDefault(t => t.Name == call.Tool);
        if (tool is null || !tool.Parameters.TryGetProperty("required", out var required) || required.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var name in required.EnumerateArray())
        {
            var pointer = "/" + ArgumentTree.Escape(name.GetString() ?? "");
            if (call.Arguments.FirstOrDefault(a => a.Pointer == pointer) is { } argument)
            {
                return argument;
            }
        }

        return null;
    }

    private static bool Eligible(MistakeKind kind, int index, ScriptedPlan plan, EnvironmentDefinition environment)
    {
        var call = plan.Calls[index];
        return kind switch
        {
            MistakeKind.WrongArgument => !call.Writes && call.Expect is null && call.Arguments.Count > 0,
            MistakeKind.ToolError => call.Expect is null && Omittable(call, environment) is not null,
            MistakeKind.MissingStep => call.Writes && call.Expect is null && !Needed(index, plan),
            MistakeKind.ExtraWrite => call.Writes && call.Expect is null,
            MistakeKind.Repetition => !call.Writes && call.Expect is null,
            _ => true,
        };
    }

    private static bool Needed(int index, ScriptedPlan plan) =>
        plan.Answers.Any(a => PlanSource.Calls(a).Contains(index))
        || plan.Calls.Any(c => c.Arguments.Any(a => PlanSource.Calls(a.From).Contains(index)));
}
