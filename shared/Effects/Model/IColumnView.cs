using AgentScaler.Environments.Schema;

namespace AgentScaler.Effects;

/// <summary>What is needed of a column to tell whether a name speaks of it.</summary>
public interface IColumnView
{
    string Name { get; }

    ColumnType Type { get; }

    bool Scalar { get; }

    bool Textual { get; }

    bool Numeric { get; }

    string? Semantic { get; }

    IReadOnlyList<string> Words { get; }
}
