namespace AgentScaler.Journeys.Tests.Contract;

/// <summary>A name that the contract promises.</summary>
/// <param name="Planned">Whether the page marks it as not built yet.</param>
internal sealed record ContractName(string Text, bool Planned);
