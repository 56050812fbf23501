namespace AgentScaler.Storage.Mongo;

/// <summary>The result of one request of a group.</summary>
/// <param name="Failure">Why this request failed while others did not; null if it succeeded.</param>
internal readonly record struct Outcome<T>(T Answer, Exception? Failure = null);
