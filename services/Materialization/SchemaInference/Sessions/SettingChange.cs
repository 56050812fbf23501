using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A column that is set: by an argument, to a value, or to its opposite where there is neither.</summary>
internal sealed record SettingChange(string Column, ToolParameter? By = null, Value? To = null)
{
    /// <summary>What the arguments stand for in the column's own words; empty where they are its values.</summary>
    public IReadOnlyList<KeyValuePair<Value, Value>> Meanings { get; init; } = [];

    /// <summary>1 where the argument is added to the column, -1 where it is taken away, 0 where it is its value.</summary>
    public int Sign { get; init; }

    /// <summary>Whether the column is a path, and the argument a step from there.</summary>
    public bool Walks { get; init; }

    /// <summary>Whether the column is a list, and the argument is put on it.</summary>
    public bool Lists { get; init; }
}
