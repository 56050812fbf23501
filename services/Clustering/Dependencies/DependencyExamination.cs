using System.Text.Json;
using AgentScaler.Clustering.Profiles;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Clustering.Dependencies;

/// <summary>
/// Shows a language model the doubtful dependencies, pair by pair. The model may confirm one with a confidence or drop it, and can add none. An answer without
/// the requested form leaves the dependency unchanged.
/// </summary>
public sealed class DependencyExamination(ChatClient client, ExaminationEndpoint endpoint, ICompletionLedger ledger)
{
    private const string Instruction =
        "You judge whether a field of one API tool's result can be passed as a parameter of another tool. " +
        "Answer with one JSON object: {\"feeds\": true or false, \"confidence\": 0 to 1, \"reason\": \"one short sentence\"}.";

    public async Task<ClusteringResult> ExamineAsync(ClusteringResult result, IReadOnlyList<ToolProfile> tools, CancellationToken cancellationToken)
    {
        var byId = tools.ToDictionary(tool => tool.Id, StringComparer.Ordinal);
        var domains = new ToolDomain[result.Domains.Count];
        await Parallel.ForAsync(
            0, domains.Length, new ParallelOptions { MaxDegreeOfParallelism = endpoint.Concurrency, CancellationToken = cancellationToken },
            async (i, stop) => domains[i] = await ExamineAsync(result.Domains[i], byId, stop));
        var graph = result.Graph with
        {
            Figures = result.Graph.Figures with { Dependencies = domains.Sum(domain => domain.Dependencies.Count) },
        };
        return result with { Domains = domains, Graph = graph };
    }

    private async Task<ToolDomain> ExamineAsync(ToolDomain domain, Dictionary<string, ToolProfile> tools, CancellationToken cancellationToken)
    {
        var kept = new List<ToolDependency>(domain.Dependencies.Count);
        foreach (var dependency in domain.Dependencies)
        {
            var examined = dependency.Confidence < endpoint.BelowConfidence
                ? await AskAsync(dependency, tools[dependency.From], tools[dependency.To], cancellationToken)
                : null;
            if (examined is null)
            {
                kept.Add(dependency);
            }
            else if (examined.Feeds)
            {
                kept.Add(dependency with { Confidence = examined.Confidence, Evidence = $"{dependency.Evidence}; examined: {examined.Reason}" });
            }
        }

        return domain with { Dependencies = kept };
    }

    private async Task<ExaminedDependency?> AskAsync(ToolDependency dependency, ToolProfile from, ToolProfile to, CancellationToken cancellationToken)
    {
        var answer = await client.CompleteAsync(
            [ChatMessage.System(Instruction), ChatMessage.User(Question(dependency, from, to))], null, 0, "", ledger, cancellationToken);
        return Read(answer.Message.Content ?? "");
    }

    private static string Question(ToolDependency dependency, ToolProfile from, ToolProfile to) =>
        $"Result field `{dependency.Field}` of tool `{from.Name}` ({from.Description})\n" +
        $"Parameter `{dependency.Parameter}` of tool `{to.Name}` ({to.Description})\n" +
        $"Found because: {dependency.Evidence}";

    /// <summary>Reads the examination from a model's words; null if they do not have the requested form.</summary>
    internal static ExaminedDependency? Read(string content)
    {
        try
        {
            var (start, end) = (content.IndexOf('{', StringComparison.Ordinal), content.LastIndexOf('}'));
            if (start < 0 || end < start)
            {
                return null;
            }

            using var document = JsonDocument.Parse(content.AsMemory(start, end - start + 1));
            var confidence = document.RootElement.GetProperty("confidence").GetDouble();
            var reason = document.RootElement.TryGetProperty("reason", out var text) ? text.GetString() ?? "" : "";
            return confidence is >= 0 and <= 1
                ? new ExaminedDependency(document.RootElement.GetProperty("feeds").GetBoolean(), confidence, reason.Length > 200 ? reason[..200] : reason)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A model's answer is untrusted text. The caller keeps the dependency that was found without it.
            return null;
        }
    }
}
