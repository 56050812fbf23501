using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>The checks of one column's values.</summary>
internal sealed class ColumnRules(TableRules table, int index, ColumnSchema schema)
{
    private readonly HashSet<Value>? _enum = schema.Enum is null ? null : [.. schema.Enum];

    private readonly string _name = table.Name + "." + schema.Name;

    public ColumnSchema Schema { get; } = schema;

    public string Name => Schema.Name;

    public TableRules Table { get; } = table;

    public int Index { get; } = index;

    /// <summary>The name of table and column together, for messages and counters.</summary>
    public string FullName => _name;

    /// <summary>The column that must hold the values of this one, or null. Arrays of keys are not checked.</summary>
    public ColumnRules? Target { get; private set; }

    /// <summary>Whether this column alone is the primary key of its table.</summary>
    public bool IsKey => Table.KeyNames.Length == 1 && Table.KeyNames[0] == Name;

    /// <summary>Whether an index may answer an equality in a filter.</summary>
    public bool Indexed => Schema.Type is not (ColumnType.Array or ColumnType.Object or ColumnType.Any);

    /// <summary>Finds the referenced column, after all tables are known.</summary>
    public void Link(IEnumerable<TableRules> tables)
    {
        if (Schema.References is not { } reference || !Indexed)
        {
            return;
        }

        var target = tables.First(t => t.Name == reference.Table).Columns.First(c => c.Name == reference.Column);
        if (target.Indexed)
        {
            Target = target;
            target.Table.Referrers.Add((target.Index, this));
        }
    }

    /// <summary>The key before the first one that is generated on these rows.</summary>
    public Value KeySeed(RowList rows) =>
        KeyGenerator.Seed(Schema.Type == ColumnType.String, Table.Name, rows.Rows.Select(row => row[Name]));

    public void Check(Value value, StepMeter meter)
    {
        meter.Read(value);
        if (value.IsNull)
        {
            if (!Schema.Nullable)
            {
                throw ProgramFailure.Invalid($"{_name} must not be null");
            }

            return;
        }

        if (!HasType(value))
        {
            throw ProgramFailure.Operand(_name, ColumnTypes.Words(Schema.Type), value);
        }

        if (_enum is not null && !_enum.Contains(value))
        {
            throw ProgramFailure.Invalid($"{_name} {ColumnTypes.Allowed(Schema)}");
        }
    }

    private bool HasType(Value value) => Schema.Type switch
    {
        ColumnType.String => value.IsString,
        ColumnType.Integer => value.IsInteger,
        ColumnType.Number => value.IsNumber,
        ColumnType.Boolean => value.IsBoolean,
        ColumnType.Date => value.IsString && Moment.TryParse(value.AsString, out var day) && day.DateOnly,
        ColumnType.Datetime => value.IsString && Moment.TryParse(value.AsString, out _),
        ColumnType.Array => value.IsArray,
        ColumnType.Object => value.IsObject,
        _ => true,
    };
}
