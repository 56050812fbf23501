using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>Rows in order of primary key: all of an array, or those at some places of it.</summary>
internal readonly struct RowList(ObjectValue[] rows, int[]? places = null)
{
    public int Count => places?.Length ?? rows.Length;

    public ObjectValue this[int index] => places is null ? rows[index] : rows[places[index]];
}
