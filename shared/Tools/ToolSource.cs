namespace AgentScaler.Tools;

/// <summary>Where a tool came from.</summary>
/// <param name="Uri">The document, relative to <c>--source</c>. The member of an archive follows after <c>!</c>.</param>
/// <param name="Locator">JSON pointer of the operation in the document.</param>
/// <param name="Format">openapi3, swagger2, openai_functions, mcp, botocore, toolbench, ...</param>
/// <param name="License">SPDX expression or the declared name. Null if none is declared.</param>
public sealed record ToolSource(string Uri, string Locator, string Format, string? License);
