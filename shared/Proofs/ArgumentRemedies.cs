using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>Changes arguments until the rules of a tool's effect allow the call.</summary>
/// <param name="tool">The tool that is called.</param>
/// <param name="still">The state before the call.</param>
/// <param name="validator">Holds changed arguments to the schema of the tool's parameters.</param>
internal sealed class ArgumentRemedies(ToolModel tool, Situation still, ArgumentValidator validator)
{
    private const int MaxRounds = 6;
    private const int MaxRemedies = 24;

    /// <summary>The arguments, changed until the rules of the effect allow them, as far as arguments can do that.</summary>
    public Value Heal(Value made)
    {
        for (var round = 0; round < MaxRounds && Broken(made) is { Count: > 0 } broken; round++)
        {
            if (Better(made, broken) is not { } better)
            {
                return made;
            }

            made = better;
        }

        return made;
    }

    /// <summary>The first change that leaves fewer rules broken; else the one that leaves the fewest, since what heals one may break another.</summary>
    private Value? Better(Value made, List<Precondition> broken)
    {
        var situation = Told(made);
        var (least, best) = (int.MaxValue, default(Value?));
        foreach (var change in broken.SelectMany(p => p.Remedies(situation)).Where(r => r.Parameter is not null).Take(MaxRemedies))
        {
            var other = Matching.With(made, change.Parameter!, ArgumentKinds.Typed(change.Parameter!.Node, change.Value));
            if (validator.Validate(other, out _) is not null)
            {
                continue;
            }

            var left = Broken(other).Count;
            if (left < broken.Count)
            {
                return other;
            }

            (least, best) = left < least ? (left, other) : (least, best);
        }

        return best;
    }

    private List<Precondition> Broken(Value made)
    {
        var situation = Told(made);
        return [.. tool.Effect.Preconditions.Where(p => !p.Holds(situation))];
    }

    private Situation Told(Value made)
    {
        validator.Validate(made, out var filled);
        return still with { Arguments = filled };
    }
}
