namespace AgentScaler.Clustering.Embeddings;

/// <summary>One feature of one tool, before it is weighted by frequency.</summary>
internal readonly record struct ToolFeature(ulong Key, FeatureBlock Block, float Weight);
