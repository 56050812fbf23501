using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>What a derived value must look like.</summary>
public sealed record DerivedType(
    ColumnType Type,
    string? Semantic = null,
    IReadOnlyList<Value>? Enum = null,
    double? Minimum = null,
    double? Maximum = null);
