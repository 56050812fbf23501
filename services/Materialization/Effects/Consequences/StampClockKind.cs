using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>A column tells when its row changed. The change of the row itself sets it (<see cref="RowChange"/>), so that it is no statement of its
/// own.</summary>
internal sealed class StampClockKind : ConsequenceKind<StampClock>
{
    protected override IEnumerable<Statement> Do(StampClock consequence, Expression row, ProgramScope scope) => [];

    protected override IEnumerable<string> Rules(StampClock consequence, ToolModel tool) => [];
}
