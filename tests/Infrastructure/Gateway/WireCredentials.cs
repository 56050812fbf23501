namespace AgentScaler.TestInfrastructure.Gateway;

/// <summary>The one user of a <see cref="WireGateway"/> that asks for a login.</summary>
public sealed record WireCredentials(string User, string Password);
