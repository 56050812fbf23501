using System.Globalization;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Reports;

namespace AgentScaler.Standalone.Reports;

/// <summary>Prints a run's problems: each kind with its count and the first names.</summary>
internal static class ProblemLines
{
    /// <summary>Most names of one kind that are printed. The report lists the others.</summary>
    private const int Few = 5;

    /// <summary>Most names that are printed on one line.</summary>
    private const int Many = 12;

    /// <summary>Writes the lines. If no domain was materialized, every domain's reason is printed.</summary>
    public static async Task WriteAsync(JsonObject report, TextWriter error)
    {
        foreach (var problem in report["problems"] as JsonArray ?? [])
        {
            var items = problem!["items"]!.AsArray();
            if (problem["kind"]!.ToString() == Problem.UnreadDocuments)
            {
                await UnreadAsync(items, error);
                continue;
            }

            if (problem["kind"]!.ToString() is Problem.Repairs or Problem.Unread)
            {
                await CountedAsync(problem, items, error);
                continue;
            }

            var (count, of) = ((long)problem["count"]!, (long?)problem["of"]);
            var most = count == of && problem["kind"]!.ToString() == Problem.RejectedDomains ? items.Count : Few;
            await error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"warning: {problem["stage"]}: {problem["kind"]}: {count}{(of is { } whole ? $" of {whole}" : "")}"));
            foreach (var item in items.Take(most))
            {
                await error.WriteLineAsync($"  {item!["name"]}: {item["reason"]}");
            }

            if (items.Count > most)
            {
                await error.WriteLineAsync("  and others; report.json names them");
            }
        }
    }

    /// <summary>Returns one line of names and counts, the most frequent first.</summary>
    private static Task CountedAsync(JsonNode problem, JsonArray items, TextWriter error)
    {
        var counts = items.Select(item => (Name: (string)item!["name"]!, Count: long.Parse((string)item["reason"]!, CultureInfo.InvariantCulture)))
            .OrderByDescending(item => item.Count).ThenBy(item => item.Name, StringComparer.Ordinal).Take(Many).Select(item => $"{item.Name} {item.Count}");
        var rest = items.Count > Many ? ", and others; report.json names them" : "";
        return error.WriteLineAsync($"note: {problem["stage"]}: {problem["kind"]}: {string.Join(", ", counts)}{rest}");
    }

    /// <summary>Prints each source that could not be read. The run continued without it.</summary>
    private static async Task UnreadAsync(JsonArray items, TextWriter error)
    {
        foreach (var item in items)
        {
            await error.WriteLineAsync($"warning: {item!["name"]} {item["reason"]}");
        }
    }
}
