namespace AgentScaler.Clustering.Embeddings;

/// <summary>Parts of a tool's vector; each has its own share of the cosine.</summary>
internal enum FeatureBlock
{
    Parameters,
    Resources,
    Outputs,
    Document,
}
