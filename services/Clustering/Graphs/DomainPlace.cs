namespace AgentScaler.Clustering.Graphs;

/// <summary>Where a domain's circle is drawn.</summary>
/// <param name="Room">Half the width that belongs to the domain.</param>
internal readonly record struct DomainPlace(double X, double Y, double Radius, double Room);
