namespace AgentScaler.Clustering.Graphs;

/// <summary>Where a domain's circle is drawn.</summary>
internal readonly record struct DomainPlace(double X, double Y, double Radius);
