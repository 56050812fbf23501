using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>The preconditions and consequences that a correction gives a tool, in the vocabulary of the records.</summary>
/// <param name="Source">Who gives them.</param>
internal sealed record StatedRules(Source Source, StatedList? Preconditions, StatedList? Consequences)
{
    /// <summary>Holds both lists to their form.</summary>
    /// <returns>Null where the entry of the tool has neither.</returns>
    /// <exception cref="OverridesException">An entry is no rule.</exception>
    public static StatedRules? Read(Value entry, string place, Source source)
    {
        var (preconditions, consequences) = (StatedList.Read(entry["preconditions"], $"{place}/preconditions"),
            StatedList.Read(entry["consequences"], $"{place}/consequences"));
        foreach (var (rule, at) in preconditions?.Rules ?? [])
        {
            PreconditionText.Check(rule, at);
        }

        foreach (var (rule, at) in consequences?.Rules ?? [])
        {
            ConsequenceText.Check(rule, at);
        }

        return preconditions is null && consequences is null ? null : new StatedRules(source, preconditions, consequences);
    }
}
