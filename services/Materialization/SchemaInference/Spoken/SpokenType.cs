namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>A type as prose writes it. The hierarchy is closed.</summary>
internal abstract record SpokenType;

/// <summary>An object with its members: <c>{plots: [plot], count}</c>.</summary>
internal sealed record SpokenObject(IReadOnlyList<SpokenMember> Members) : SpokenType;

/// <summary>A list: <c>[plot]</c>. What <c>[...]</c> holds is said elsewhere, and its item is null.</summary>
internal sealed record SpokenList(SpokenType? Item) : SpokenType;

/// <summary>A word for a type, or the name of a thing: <c>int</c>, <c>plot</c>.</summary>
internal sealed record SpokenWord(string Word) : SpokenType;

/// <summary>A member of an object.</summary>
/// <param name="Type">What is written behind its name, or null.</param>
/// <param name="Note">What is said of it in brackets, which may be nothing.</param>
internal sealed record SpokenMember(string Name, bool Optional, SpokenType? Type, string Note = "");
