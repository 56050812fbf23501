using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>Which tables of an environment have their rows inside rows of others.</summary>
internal sealed class NestedRows
{
    private readonly Nesting _nesting;
    private readonly BaseTable[] _tables;
    private readonly Dictionary<string, int> _places;

    public NestedRows(Nesting nesting, BaseTable[] tables)
    {
        (_nesting, _tables) = (nesting, tables);
        _places = tables.Select((t, i) => (t.Rules.Name, i)).ToDictionary(t => t.Name, t => t.i, StringComparer.Ordinal);
    }

    /// <summary>A row as the adopted dump has it.</summary>
    public ObjectValue Whole(SessionTables session, int table, ObjectValue row, StepMeter meter) =>
        _nesting.Whole(_tables[table].Rules.Name, row, (nested, key) => Inside(session, nested, key, meter));

    private ObjectValue[] Inside(SessionTables session, NestedTable nested, Value key, StepMeter meter)
    {
        var place = _places[nested.Name];
        var found = nested.Form.Reference is { } reference
            ? session.Matching(place, _tables[place].Rules.ColumnIndex(reference), key)
            : session.Rows(place);
        meter.Charge(1 + found.Count);
        return Array.ConvertAll(found.Rows, r => r.AsObject);
    }
}
