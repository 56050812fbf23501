using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AgentScaler.Trajectories.Policies;

/// <summary>
/// Which of a domain's tools an agent is offered: those a task needs and distractors, at most so many, so that
/// contexts stay short. Training and evaluation narrow the same way; the choice depends on the task's id alone.
/// </summary>
public static class ToolOffer
{
    /// <summary>
    /// The tools of <paramref name="needed"/> and as many distractors as fit, in the order of <paramref name="tools"/>.
    /// </summary>
    /// <param name="tools">OpenAI function tools as JSON text.</param>
    /// <param name="needed">Names of the tools that the task needs; they are offered even where they alone exceed the limit.</param>
    /// <param name="limit">Most tools offered; 0 offers all.</param>
    /// <param name="key">What the choice of distractors depends on: the task's id.</param>
    public static string Narrow(string tools, IReadOnlySet<string> needed, int limit, string key)
    {
        using var document = JsonDocument.Parse(tools);
        var all = document.RootElement.EnumerateArray().ToList();
        if (limit <= 0 || all.Count <= limit) return tools;

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
