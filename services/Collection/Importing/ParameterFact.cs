namespace AgentScaler.Collection.Importing;

/// <summary>A parameter as the statistics see it.</summary>
/// <param name="Location">path, query, header, cookie, body or argument.</param>
/// <param name="Definition">Hash of its schema: boilerplate is defined alike everywhere.</param>
internal readonly record struct ParameterFact(string Name, string Location, bool Required, ulong Definition);
