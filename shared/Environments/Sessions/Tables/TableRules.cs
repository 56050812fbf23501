using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>The checks of a table's rows, prepared for speed, with the messages that both executions give.</summary>
internal sealed class TableRules
{
    public TableRules(int index, TableSchema schema)
    {
        Schema = schema;
        Index = index;
        Columns = [.. schema.Columns.Select((c, i) => new ColumnRules(this, i, c))];
        ColumnNames = [.. schema.Columns.Select(c => c.Name)];
        Shape = new ObjectShape(ColumnNames);
        KeyNames = [.. schema.PrimaryKey];
        Unique = [.. schema.Unique.Select(set => set.Select(ColumnIndex).ToArray()).Where(set => set.Length > 0)];
    }

    public int Index { get; }

    public TableSchema Schema { get; }

    public string Name => Schema.Name;

    public ColumnRules[] Columns { get; }

    public string[] ColumnNames { get; }

    /// <summary>The shape of rows with the columns in the order of the schema. Nearly all rows have it.</summary>
    public ObjectShape Shape { get; }

    public string[] KeyNames { get; }

    /// <summary>Sets of columns in which no two rows may have equal values. A set with a null equals no other.</summary>
    public int[][] Unique { get; }

    /// <summary>The columns elsewhere that refer to this table.</summary>
    public List<(int Column, ColumnRules From)> Referrers { get; } = [];

    public int ColumnIndex(string name) => Array.IndexOf(ColumnNames, name);

    /// <summary>Returns the primary key of a row: the value of its single column, or an array of the values of its columns.</summary>
    public Value KeyOf(ObjectValue row)
    {
        if (KeyNames.Length == 1)
        {
            return row[KeyNames[0]];
        }

        var parts = new Value[KeyNames.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = row[KeyNames[i]];
        }

        return Value.From(parts);
    }

    /// <summary>A key in words, for example <c>order_id "o1", line 2</c>.</summary>
    public string KeyText(Value key) => KeyNames.Length == 1
        ? KeyNames[0] + " " + key.ToCanonicalJson()
        : string.Join(", ", KeyNames.Select((name, i) => name + " " + key.AsArray[i].ToCanonicalJson()));

    /// <summary>Checks values against the types of the columns before they are written.</summary>
    public void Check(ReadOnlySpan<Value> values, StepMeter meter)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            Columns[i].Check(values[i], meter);
        }
    }

    public bool IsGenerated(ColumnRules column) => GeneratedColumns.Is(Schema, column.Schema);

    public ProgramFailure Duplicate(string text) => new(ErrorCode.Conflict, $"{Name} already has a row with {text}");

    public ProgramFailure Missing(Value key) => new(ErrorCode.NotFound, $"{Name} has no row with {KeyText(key)}");
}
