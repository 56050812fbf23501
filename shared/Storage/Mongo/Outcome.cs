namespace AgentScaler.Storage.Mongo;

/// <summary>What became of one request of a group.</summary>
/// <param name="Failure">Why this request alone failed; null where it did not.</param>
internal readonly record struct Outcome<T>(T Answer, Exception? Failure = null);
