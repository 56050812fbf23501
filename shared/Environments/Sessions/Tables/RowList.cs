using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>
/// Rows in order of primary key. A result may use the array directly, because it never changes. Each row has its position in the initial table, or -1 if
/// the session wrote it.
/// </summary>
internal readonly record struct RowList(Value[] Rows, int[] Places)
{
    public static RowList Empty { get; } = new([], []);

    public int Count => Rows.Length;
}
