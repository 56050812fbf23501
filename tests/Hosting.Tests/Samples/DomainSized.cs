namespace AgentScaler.Hosting.Tests.Samples;

/// <summary>What the sample service announces.</summary>
public sealed record DomainSized(string RunId, string DomainId, int Tools);
