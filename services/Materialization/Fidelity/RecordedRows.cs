using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Fidelity;

/// <summary>
/// The rows that recorded calls speak of, put into a copy of the initial state so that the calls can be replayed: a row that
/// was there before the recording has the recorded members, and for the rest those of a row of its table. Rows that the
/// recording itself creates are left to the replay.
/// </summary>
internal sealed class RecordedRows(DomainModel plan, DatabaseState initial)
{
    private const int MaxRows = 5_000;
    private const int MaxDepth = 6;
    private readonly Dictionary<string, Dictionary<Value, ObjectValue>> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<(string Table, Value Key)> _born = [];
    private readonly HashSet<(string Table, Value Key)> _known = [];
    private int _count;

    /// <summary>Takes the rows of a successful call, in the order of the recording.</summary>
    public void Add(ToolModel tool, Value arguments, Value response)
    {
        if (tool.Table is not { } table)
        {
            return;
        }

        foreach (var binding in tool.Scope.Concat(tool.Assignments))
        {
            Refer(binding.Column, Given(binding.Parameter, arguments));
        }

        if (tool.Effect is CreateEffect or CreateManyEffect)
        {
            foreach (var (key, _) in Found(table, response))
            {
                _born.Add((table.Name, key));
            }

            return;
        }

        if (KeyOf(tool, table, arguments) is { IsNull: false } named)
        {
            Adopt(table, named, Found(table, response).FirstOrDefault(f => f.Key == named).Row ?? Sole(tool, response), tool, arguments);
        }

        foreach (var (key, row) in Found(table, response))
        {
            Adopt(table, key, row, tool, arguments);
        }
    }

    /// <summary>Whether a row's content was recorded.</summary>
    public bool Knows(string table, Value key) => _known.Contains((table, key));

    /// <summary>The initial state with the recorded rows.</summary>
    public DatabaseState State()
    {
        var state = initial;
        foreach (var (name, rows) in _rows)
        {
            var key = plan.Table(name)!.Key.Name;
            state = state.With(name, [.. initial.Rows(name).Where(r => !rows.ContainsKey(r[key])), .. rows.Values]);
        }

        return state;
    }

    /// <summary>The key of the row that the arguments name, in the column's kind. Null if they name none.</summary>
    public static Value KeyOf(ToolModel tool, TableModel table, Value arguments)
    {
        if (tool.Key is not { } binding || binding.Column != table.Key)
        {
            return Value.Null;
        }

        return Coerced(table.Key, Given(binding.Parameter, arguments));
    }

    public static Value Given(ToolParameter parameter, Value arguments) =>
        parameter.Container is { } container ? arguments[container][parameter.Name] : arguments[parameter.Name];

    /// <summary>Every object below a value that holds the table's key.</summary>
    public static IEnumerable<(Value Key, ObjectValue Row)> Found(TableModel table, Value value, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            yield break;
        }

        if (value.IsObject
            && Member(table.Key, value.AsObject) is { IsNull: false } key
            && Coerced(table.Key, key) is { IsNull: false } coerced
            && Kin(table, value.AsObject))
        {
            yield return (coerced, value.AsObject);
            yield break;
        }

        foreach (var inner in value.IsArray ? value.AsArray.ToArray() : value.IsObject ? value.AsObject.Values.ToArray() : [])
        {
            foreach (var row in Found(table, inner, depth + 1))
            {
                yield return row;
            }
        }
    }

    /// <summary>A result's member for a column: by its own name, or by the same words.</summary>
    public static Value Member(ColumnModel column, ObjectValue row)
    {
        if (row.TryGet(column.Name, out var exact))
        {
            return exact;
        }

        var words = Words.Snake(column.Name);
        return row.FirstOrDefault(m => Words.Snake(m.Key) == words).Value;
    }

    /// <summary>Nearly every object has an id; a row of the table has more in common with it.</summary>
    private static bool Kin(TableModel table, ObjectValue row)
    {
        var columns = table.Columns.Select(c => Words.Snake(c.Name)).ToHashSet(StringComparer.Ordinal);
        return row.Count(m => columns.Contains(Words.Snake(m.Key))) * 2 >= Math.Min(row.Count, columns.Count);
    }

    /// <summary>The one entity of an answer that does not repeat its key.</summary>
    private static ObjectValue? Sole(ToolModel tool, Value response)
    {
        var result = tool.Result;
        var inner = result.Path.Aggregate(response, (value, name) => value[name]);
        return result.Kind == ResultKind.Entity && inner.IsObject ? inner.AsObject : null;
    }

    private void Adopt(TableModel table, Value key, ObjectValue? members, ToolModel tool, Value arguments)
    {
        if (_born.Contains((table.Name, key)) || _count >= MaxRows || !_known.Add((table.Name, key)) || Stub(table, key, 0) is not { } row)
        {
            return;
        }

        foreach (var column in members is null ? [] : table.Columns.Where(c => c != table.Key))
        {
            var value = Coerced(column, Member(column, members!));
            row = !value.IsNull && Refer(column, value) ? row.With(column.Name, value) : row;
        }

        foreach (var scope in tool.Scope.Where(s => s.Column != table.Key && table.Columns.Contains(s.Column)))
        {
            var value = Coerced(scope.Column, Given(scope.Parameter, arguments));
            row = value.IsNull ? row : row.With(scope.Column.Name, value);
        }

        // A step that was recorded as taken started from a status that it may start from; the answer shows where it led.
        if (tool.Effect.Preconditions.OfType<StatusIn>().FirstOrDefault() is { Allowed.Count: > 0 } start && tool.Effect is TransitionEffect)
        {
            row = row.With(start.Column.Name, start.Allowed[0]);
        }
        else if (tool.Effect.Preconditions.OfType<FlagIs>().FirstOrDefault() is { } flag)
        {
            row = row.With(flag.Column.Name, flag.Value);
        }

        _rows[table.Name][key] = row;
    }

    /// <summary>Sees to it that the row which a column refers to is there.</summary>
    private bool Refer(ColumnModel column, Value value) =>
        column.References is not { } reference || value.IsNull || value.IsArray || value.IsObject
        || plan.Table(reference.Table) is not { } other || other.Key.Name != reference.Column
        || _born.Contains((other.Name, value)) || Stub(other, Coerced(other.Key, value), 0) is not null;

    /// <summary>The row of a key: recorded before, initial, or one like another row of its table.</summary>
    private ObjectValue? Stub(TableModel table, Value key, int depth)
    {
        if (!_rows.TryGetValue(table.Name, out var rows))
        {
            _rows[table.Name] = rows = [];
        }

        if (rows.TryGetValue(key, out var known) || depth > MaxDepth || key.IsNull)
        {
            return known;
        }

        var row = initial.Rows(table.Name).FirstOrDefault(r => r[table.Key.Name] == key)
            ?? initial.Rows(table.Name).FirstOrDefault()?.With(table.Key.Name, key);
        if (row is null)
        {
            return null;
        }

        if (table.Key.References is { } reference && plan.Table(reference.Table) is { } parent && parent != table)
        {
            Stub(parent, key, depth + 1);
        }

        _count++;
        return rows[key] = row;
    }

    /// <summary>The value in the column's kind. Null if it does not fit.</summary>
    private static Value Coerced(ColumnModel column, Value value)
    {
        var fitted = (column.Type, value.Kind) switch
        {
            (ColumnType.String, ValueKind.Number) => value.ToJson(),
            (ColumnType.Integer or ColumnType.Number, ValueKind.String) => double.TryParse(value.AsString, System.Globalization.NumberStyles.Float,
                System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : Value.Null,
            _ => value,
        };
        var fits = column.Type switch
        {
            ColumnType.String or ColumnType.Date or ColumnType.Datetime => fitted.IsString,
            ColumnType.Integer => fitted.IsInteger,
            ColumnType.Number => fitted.IsNumber,
            ColumnType.Boolean => fitted.IsBoolean,
            ColumnType.Array => fitted.IsArray,
            ColumnType.Object => fitted.IsObject,
            _ => true,
        };
        return fits && (column.Enum is null || column.Enum.Contains(fitted)) ? fitted : Value.Null;
    }
}
