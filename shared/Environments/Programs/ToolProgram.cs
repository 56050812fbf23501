namespace AgentScaler.Environments.Programs;

/// <summary>
/// What one tool does to its domain's database. Arguments are validated against the tool's parameter schema, and
/// defaults filled in, before the first statement runs; a program without a return gives null.
/// </summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Writes">Whether the program may change the state; the checker holds it against the statements.</param>
/// <param name="Evidence">Why the program is as it is, for people: one sentence per decision of the inference.</param>
public sealed record ToolProgram(string Tool, bool Writes, IReadOnlyList<Statement> Body, IReadOnlyList<string> Evidence);
