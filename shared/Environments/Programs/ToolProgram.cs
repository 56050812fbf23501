namespace AgentScaler.Environments.Programs;

/// <summary>
/// The effect of one tool on its domain's database. Arguments are validated against the tool's parameter schema, and defaults filled in, before the
/// first statement runs. A program without a return gives null.
/// </summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Writes">Whether the program may change the state. The checker compares it with the statements.</param>
/// <param name="Evidence">The reasons for the program, for people: one sentence for each decision of the inference.</param>
public sealed record ToolProgram(string Tool, bool Writes, IReadOnlyList<Statement> Body, IReadOnlyList<string> Evidence);
