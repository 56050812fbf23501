using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>One declared member of an object. <paramref name="Default"/> is filled in if the member is left out.</summary>
internal sealed record DeclaredMember(string Name, SchemaDemands Schema, Value? Default);
