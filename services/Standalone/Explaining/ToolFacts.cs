using System.Text.Json.Nodes;
using AgentScaler.Standalone.Environments;

namespace AgentScaler.Standalone.Explaining;

/// <summary>The known facts about a tool: its effect with the evidence, and its proofs.</summary>
/// <param name="Domain">The slug of its domain.</param>
/// <param name="Inferred">Its entry in <c>description.json</c>. Null for files of an older version without it.</param>
/// <param name="Proofs">Its entry in <c>checks.json</c>. Null for files of an older version without it.</param>
internal sealed record ToolFacts(string Domain, string Name, string Description, JsonNode? Inferred, JsonNode? Proofs)
{
    public static ToolFacts Of(WorkspaceEnvironments environments, string domain, string name) => new(
        domain,
        name,
        environments.Read(domain).Definition.Tools.FirstOrDefault(tool => tool.Name == name)?.Description ?? "",
        Entry(environments.Inferred(domain)?["tools"], name),
        Entry(environments.Checks(domain), name));

    public async Task WriteAsync(TextWriter output, string indent)
    {
        await output.WriteLineAsync($"{indent}{Name}: {Description.ReplaceLineEndings(" ")}");
        if (Inferred is JsonObject inferred)
        {
            var shown =
                new JsonObject(inferred.Where(member => member.Key != "name").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
            await InferredView.WriteAsync(output, shown, indent + "  ");
        }

        if (Proofs is { } proofs)
        {
            await output.WriteLineAsync($"{indent}  proofs: {Proved(proofs)}");
        }
    }

    private static string Proved(JsonNode proofs)
    {
        var broken = (proofs["broken_laws"] as JsonArray ?? []).Select(law => law?.ToString());
        return $"type checked {proofs["type_checked"]}, executed {proofs["executed"]}, invalid calls refused {proofs["refused_invalid"]}, "
            + $"conforming {proofs["conforming"]}, {proofs["mutants_killed"]} of {proofs["mutants"]} planted faults noticed, "
            + $"{proofs["differential_mismatches"]} mismatches in {proofs["differential_calls"]} compared calls, "
            + $"broken laws: {string.Join(", ", broken.DefaultIfEmpty("none"))}";
    }

    private static JsonNode? Entry(JsonNode? list, string name) =>
        (list as JsonArray)?.FirstOrDefault(entry => (string?)entry?["name"] == name)?.DeepClone();
}
