using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>
/// Rows in order of primary key, as values that a result may hold as they are: nobody changes the array. Beside each
/// stands its place in the initial table, or -1 where the session wrote the row.
/// </summary>
internal readonly record struct RowList(Value[] Rows, int[] Places)
{
    public static RowList Empty { get; } = new([], []);

    public int Count => Rows.Length;
}
