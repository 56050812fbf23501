namespace AgentScaler.Clustering.Profiles;

/// <summary>One parameter of a tool or one field of its result.</summary>
/// <param name="Path">Members joined by dots, <c>[]</c> after an array: <c>items[].id</c>.</param>
/// <param name="Name">The last member's words joined by underscores.</param>
/// <param name="Owner">Normal name of the enclosing member that is an object, or null at the top.</param>
/// <param name="Type">JSON type, <c>any</c> where none is declared; an array's is its items' type.</param>
/// <param name="Format">The declared format, or null.</param>
/// <param name="IsList">True where the path passes through an array.</param>
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
