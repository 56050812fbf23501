using AgentScaler.Collection.Schemas;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>What a function takes.</summary>
/// <param name="Demands">The object that the parameters are properties of; what it demands beside them holds as well.</param>
/// <param name="Refusal">Why the schema cannot be read as arguments; null where it can.</param>
internal sealed record FunctionArguments(IReadOnlyList<FunctionParameter> Parameters, SchemaParts? Demands = null, string? Refusal = null);
