namespace AgentScaler.Clustering.Graphs;

/// <summary>Position and radius of a domain's circle.</summary>
internal readonly record struct DomainPlace(double X, double Y, double Radius);
