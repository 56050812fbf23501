using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The call gives an argument, and not a blank one, where another argument has a value: a note where the item is damaged.</summary>
public sealed record GivenWhen(ToolParameter Needed, ToolParameter When, Value Is) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => "an argument left out that another one asks for";

    public override bool Holds(Situation situation) => situation.Given(When) != Is || IsGiven(situation);

    public override IEnumerable<Violation> Violations(Situation valid)
    {
        if (valid.Given(When) == Is)
        {
            yield return Violation.By(Needed, Value.Null);
        }
        else if (!IsGiven(valid))
        {
            yield return Violation.By(When, Is);
        }
    }

    private bool IsGiven(Situation situation) => situation.Given(Needed) is { IsNull: false } given && given != "";
}
