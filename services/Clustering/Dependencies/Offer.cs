using AgentScaler.Clustering.Profiles;

namespace AgentScaler.Clustering.Dependencies;

/// <summary>A field that a tool's result offers under an entity's name or its own.</summary>
/// <param name="Tool">Index in the domain.</param>
/// <param name="Certainty">How sure it is that the field is what the key says; 0 to 1.</param>
internal readonly record struct Offer(int Tool, FieldProfile Field, double Certainty, string Why);
