namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A correction that is given before anything is inferred, and who gives it: the user, or a language model.</summary>
internal sealed record Said<T>(T Value, Source Source);
