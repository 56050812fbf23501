using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Paths;

/// <summary>One argument with its value and the source of the value.</summary>
/// <param name="Row">The row that the argument means; null if it means none.</param>
/// <param name="Condition">The user's statement, if the value is told and means no row.</param>
/// <param name="From">
/// The origin of a value from an earlier result, in words: "the email of that customer". A value without a row is described by the call's subject.
/// </param>
internal sealed record FilledArgument(
    ParameterModel Parameter,
    Value Value,
    Value Source,
    ParameterBinding? Binding,
    RowKey? Row = null,
    Condition? Condition = null,
    (RowKey? Row, string Label, string Noun)? From = null);
