namespace AgentScaler.Clustering.Embeddings;

/// <summary>The blocks of a tool's vector. Each has its own share of the cosine.</summary>
internal enum FeatureBlock
{
    Parameters,
    Resources,
    Outputs,
    Document,
}
