using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Reading;

/// <summary>One scalar argument of a tool.</summary>
/// <param name="Pointer">JSON pointer inside the arguments. Arrays get one item.</param>
/// <param name="Name">The last name in the pointer.</param>
/// <param name="Required">Whether it and all its enclosing objects are required.</param>
/// <param name="Group">The pointer of the enclosing optional object or array, whose members are given together or not at all; or null.</param>
internal sealed record ParameterModel(
    string Pointer,
    string Name,
    string Type,
    string? Format,
    bool Required,
    string? Group,
    bool RequiredInGroup,
    IReadOnlyList<Value>? Enum,
    Value? Stated,
    string? StatedBy,
    double? Minimum,
    double? Maximum,
    int? MinLength,
    int? MaxLength,
    string? Pattern);
