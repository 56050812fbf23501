namespace AgentScaler.Environments.Schema;

/// <summary>The storage type of a column.</summary>
public enum ColumnType
{
    String,
    Integer,
    Number,
    Boolean,

    /// <summary>A calendar day, <c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary>An instant in UTC, <c>YYYY-MM-DDTHH:MM:SSZ</c>.</summary>
    Datetime,
    Array,
    Object,

    /// <summary>Any JSON value.</summary>
    Any,
}
