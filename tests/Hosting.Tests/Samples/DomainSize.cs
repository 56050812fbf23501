namespace AgentScaler.Hosting.Tests.Samples;

/// <summary>What the sample service writes down of a domain.</summary>
public sealed record DomainSize(string Domain, int Tools);
