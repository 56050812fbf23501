using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Paths;

/// <summary>One argument with its value and where the value comes from.</summary>
/// <param name="Row">The row that the argument stands for, where it stands for one.</param>
/// <param name="Condition">What the user says, where the value is told and stands for no row.</param>
/// <param name="From">In words, where a value is taken from an earlier result: "the email of that customer"; where it belongs to no row, of what the call was about.</param>
internal sealed record FilledArgument(
    ParameterModel Parameter,
    Value Value,
    Value Source,
    ParameterBinding? Binding,
    RowKey? Row = null,
    Condition? Condition = null,
    (RowKey? Row, string Label, string Noun)? From = null);
