namespace AgentScaler.Clustering.Embeddings;

/// <summary>One feature of one tool before weighting by frequency.</summary>
internal readonly record struct ToolFeature(ulong Key, FeatureBlock Block, float Weight);
