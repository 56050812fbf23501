using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AgentScaler.Trajectories.Policies;

/// <summary>
/// Chooses the tools of a domain that an agent is offered: those that the task needs, and distractors up to a limit, so that contexts stay short. Training
/// and evaluation narrow the offer in the same way. The choice depends on the task's id alone.
/// </summary>
public static class ToolOffer
{
    /// <summary>
    /// Returns the tools of <paramref name="needed"/> and as many distractors as fit, in the order of <paramref name="tools"/>.
    /// </summary>
    /// <param name="tools">OpenAI function tools as JSON text.</param>
    /// <param name="needed">Names of the tools that the task needs. They are offered even if they alone exceed the limit.</param>
    /// <param name="limit">The most offered tools; 0 offers all.</param>
    /// <param name="key">The task's id, on which the choice of distractors depends.</param>
    public static string Narrow(string tools, IReadOnlySet<string> needed, int limit, string key)
    {
        using var document = JsonDocument.Parse(tools);
        var all = document.RootElement.EnumerateArray().ToList();
        if (limit <= 0 || all.Count <= limit)
        {
            return tools;
        }

        var names = all.ConvertAll(NameOf);
        var distractors = Math.Max(0, limit - names.Count(needed.Contains));
        var chosen = names.Where(n => !needed.Contains(n))
            .OrderBy(n => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{n}"))), StringComparer.Ordinal)
            .Take(distractors)
            .ToHashSet(StringComparer.Ordinal);
        var offered = all.Where((_, i) => needed.Contains(names[i]) || chosen.Contains(names[i]));
        return $"[{string.Join(',', offered.Select(t => t.GetRawText()))}]";
    }

    private static string NameOf(JsonElement tool) =>
        (tool.TryGetProperty("function", out var function) ? function : tool).TryGetProperty("name", out var name)
            ? name.GetString() ?? ""
            : "";
}
