namespace AgentScaler.Clustering.Embeddings;

/// <summary>A vector in the ledger.</summary>
/// <param name="Values">Little-endian single-precision numbers.</param>
public sealed record StoredVector(byte[] Values);
