using System.Text.RegularExpressions;
using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>A text that is given is written in the form that the documentation states.</summary>
/// <param name="Form">The form as the documentation has it.</param>
/// <param name="Pattern">The pattern of all texts that have it.</param>
/// <param name="Example">A text that has it.</param>
public sealed record HasForm(ToolParameter Parameter, string Form, string Pattern, string Example) : Precondition
{
    private const string Formless = "zz-none";

    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => "a text in another form";

    public override bool Holds(Situation situation) => situation.Given(Parameter) is var given
        && (given.IsNull || !given.IsString || Regex.IsMatch(given.AsString, Pattern, RegexOptions.NonBacktracking));

    public override IEnumerable<Violation> Violations(Situation valid) => [Violation.By(Parameter, Formless)];

    public override IEnumerable<Violation> Remedies(Situation forbidden) => [Violation.By(Parameter, Example)];
}
