namespace AgentScaler.Collection.Importing;

/// <summary>The data of a parameter for the statistics.</summary>
/// <param name="Location">path, query, header, cookie, body or argument.</param>
/// <param name="Definition">Hash of its schema. Boilerplate has the same definition everywhere.</param>
internal readonly record struct ParameterFact(string Name, string Location, bool Required, ulong Definition);
