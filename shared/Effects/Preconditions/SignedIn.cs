using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Effects;

/// <summary>Somebody is signed in: the state's only row says so.</summary>
/// <param name="Column">The column that holds the user, or a mark.</param>
public sealed record SignedIn(TableModel Table, ColumnModel Column) : Precondition
{
    public override ErrorCode Code => ErrorCode.PreconditionFailed;

    public override string Fault => "nobody signed in";

    public override bool Holds(Situation situation) =>
        situation.Rows(Table.Name).FirstOrDefault() is { } row
            && (Column.Type == ColumnType.Boolean ? row[Column.Name] == true : !row[Column.Name].IsNull);
}
