namespace AgentScaler.Clustering.Profiles;

/// <summary>A parameter of a tool or a field of its result.</summary>
/// <param name="Path">Members joined by dots, with <c>[]</c> after an array: <c>items[].id</c>.</param>
/// <param name="Name">The words of the last member joined by underscores.</param>
/// <param name="Owner">Normalized name of the enclosing object member; null at the top.</param>
/// <param name="Type">JSON type; for an array, the type of its items; <c>any</c> if none is declared.</param>
/// <param name="Format">The declared format, or null.</param>
/// <param name="IsList">Whether the path passes through an array.</param>
public sealed record FieldProfile(
    string Path,
    string Name,
    string? Owner,
    string Type,
    string? Format,
    SemanticType Semantic,
    bool Required,
    bool IsList,
    string? Description);
