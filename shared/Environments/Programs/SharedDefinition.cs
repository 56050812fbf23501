namespace AgentScaler.Environments.Programs;

/// <summary>
/// A function that the programs of a domain share: <c>{"define": name, "of": [parameter...], "be": expression}</c>. Its expression reads its parameters,
/// as variables, and the database. It has no arguments of a tool and no effect. It may call only definitions that stand before it, so that none calls
/// itself.
/// </summary>
/// <param name="Name">An identifier; one meaning in a domain.</param>
public sealed record SharedDefinition(string Name, IReadOnlyList<string> Parameters, Expression Be);
