using System.Text.Json;
using System.Text.RegularExpressions;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>
/// The members of declared results that leave open what is in them, where their description writes the names out: "visits of a guest, each like
/// <c>["guest": xxx, "day": xxx]</c>". Names with values of their own are an example, which may hold a caller's data in the place of names.
/// </summary>
internal static partial class OpenMembers
{
    /// <summary>The tool, with the open members of its result filled where something is said of them.</summary>
    public static ToolSpecification In(ToolSpecification tool) =>
        tool.ReturnsOrigin == ReturnsOrigin.Declared && tool.Returns.ValueKind == JsonValueKind.Object
            && OpenSchema.Fill(tool.Returns, Names) is { } filled ? tool with { Returns = filled } : tool;

    private static List<string> Names(string description) => Shape().Match(description) is { Success: true } match
        ? [.. match.Groups["name"].Captures.Select(c => c.Value).Distinct()] : [];

    [GeneratedRegex(@"[\[{]\s*(?:(?<quote>[""'`])(?<name>\w+)\k<quote>\s*:\s*[A-Za-z_.]+\s*(?:,\s*|(?=[\]}]))){2,}[\]}]", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
