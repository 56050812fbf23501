using AgentScaler.Collection.Schemas;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>The arguments of a function.</summary>
/// <param name="Demands">The object of which the parameters are properties. Its further demands apply as well.</param>
/// <param name="Refusal">Why the schema cannot be read as arguments; null if it can.</param>
internal sealed record FunctionArguments(IReadOnlyList<FunctionParameter> Parameters, SchemaParts? Demands = null, string? Refusal = null);
