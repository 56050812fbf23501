using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentScaler.Standalone.Environments;

/// <summary>Shows people how much documented and recorded behaviour an environment reproduces.</summary>
internal static class FidelityView
{
    /// <param name="checks">The environment's <c>checks.json</c>, or null.</param>
    public static async Task WriteAsync(TextWriter output, JsonNode? checks)
    {
        var known = (checks as JsonArray ?? []).OfType<JsonObject>().Where(check => check["fidelity"] is JsonValue).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var mean = known.Average(check => (double)check["fidelity"]!);
        await output.WriteLineAsync(
            $"\nFidelity: {Percent(mean)} of documented and recorded behaviour holds, over {known.Count} tools of which something is known");
        foreach (var check in known.OrderBy(check => (string?)check["name"], StringComparer.Ordinal))
        {
            var facts = check["fidelity_facts"] as JsonObject ?? [];
            // The object also contains plain numbers and the misses, which are no counts of facts.
            var counts = facts.Where(fact => fact.Value is JsonObject count && (int)count["facts"]! > 0)
                .Select(fact => $"{fact.Key.Replace('_', ' ')} {fact.Value!["held"]} of {fact.Value["facts"]}");
            await output.WriteLineAsync($"  {check["name"]}: {Percent((double)check["fidelity"]!)} ({string.Join(", ", counts)})");
            foreach (var miss in facts["misses"] as JsonArray ?? [])
            {
                await output.WriteLineAsync($"    - {miss}");
            }
        }
    }

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
