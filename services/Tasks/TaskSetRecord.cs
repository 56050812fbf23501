namespace AgentScaler.Tasks;

/// <summary>The document of a domain whose tasks were generated, by the domain's id.</summary>
/// <param name="Domain">The domain's slug.</param>
/// <param name="Status"><c>generated</c>, or <c>empty</c> if the domain's tools allow no task.</param>
public sealed record TaskSetRecord(string Domain, string Status, TaskSetFigures Figures);
