using AgentScaler.Clustering.Profiles;

namespace AgentScaler.Clustering.Dependencies;

/// <summary>A result field that a tool offers, under the name of an entity or its own.</summary>
/// <param name="Tool">Index in the domain.</param>
/// <param name="Certainty">The certainty, from 0 to 1, that the field has the meaning of its key.</param>
internal readonly record struct Offer(int Tool, FieldProfile Field, double Certainty, string Why);
