using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>A column tells when its row changed. The change of the row itself sets it (<see cref="RowChange"/>), so that it is no statement of its
/// own.</summary>
internal sealed class StampClockKind : ConsequenceKind<StampClock>
{
    protected override IEnumerable<Statement> Do(StampClock consequence, Expression row, ProgramScope scope) => [];

    protected override IEnumerable<string> Rules(StampClock consequence, ToolModel tool) =>
    [
        $"`{tool.Name}` sets the {Words.Phrase(consequence.Column.Name)} of the {Words.Phrase(consequence.Table.Singular)} to the time of the call"
            + $"{(consequence.Unless is { } given ? $", where `{given.Name}` is not given" : "")}.",
    ];
}
