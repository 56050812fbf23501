using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Reports;

/// <summary>Builds the section <c>rollouts</c> of the report.</summary>
internal static class RolloutsSection
{
    public static async Task<JsonObject> BuildAsync(IDocumentStore store, RunDocument run, CancellationToken cancellationToken)
    {
        long calls = 0;
        long errors = 0;
        (long Input, long Output, decimal Cost) usage = default;
        await foreach (var trajectory in store.StreamAsync(Collections.Trajectories, run.Id, null, cancellationToken))
        {
            using var body = JsonDocument.Parse(trajectory.Body);
            if (!body.RootElement.TryGetProperty("messages", out var messages))
            {
                continue;
            }

            if (body.RootElement.TryGetProperty("provenance", out var provenance) && provenance.TryGetProperty("usage", out var taken))
            {
                usage = (
                    usage.Input + taken.GetProperty("input_tokens").GetInt64(),
                    usage.Output + taken.GetProperty("output_tokens").GetInt64(),
                    usage.Cost + taken.GetProperty("cost").GetDecimal());
            }

            foreach (var message in messages.EnumerateArray())
            {
                if (message.GetProperty("role").ValueEquals("tool"))
                {
                    calls++;
                    errors += IsError(message) ? 1 : 0;
                }
            }
        }

        var outcomes = await store.CountByAsync(Collections.Trajectories, run.Id, "outcome", cancellationToken);
        var dead = await store.CountByAsync(Collections.DeadWork, run.Id, "stage", cancellationToken);
        return new JsonObject
        {
            ["attempts"] = outcomes.Values.Sum() + dead.GetValueOrDefault(PipelineStage.Rollout.Name()),
            ["completed"] = outcomes.GetValueOrDefault("completed"),
            ["tool_calls"] = calls,
            ["tool_errors"] = errors,
            ["outcomes"] = new JsonObject(outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
            ["dead"] = dead.GetValueOrDefault(PipelineStage.Rollout.Name()),
            ["usage"] = new JsonObject { ["input_tokens"] = usage.Input, ["output_tokens"] = usage.Output, ["cost"] = usage.Cost },
        };
    }

    /// <summary>Whether a tool message reports an error: its content is an object whose only member is the error.</summary>
    private static bool IsError(JsonElement message) =>
        message.TryGetProperty("content", out var content)
        && content.ValueKind == JsonValueKind.String
        && content.GetString()!.StartsWith("{\"error\":{\"code\":", StringComparison.Ordinal);
}
