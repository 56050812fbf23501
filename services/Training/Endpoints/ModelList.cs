using System.Text.Json.Nodes;
using AgentScaler.Training.Jobs;

namespace AgentScaler.Training.Endpoints;

/// <summary>OpenAI's list of models: the checkpoints, by the names that are valid as the <c>model</c> of a chat completion.</summary>
internal static class ModelList
{
    public static async Task<IResult> ListAsync(CheckpointStore checkpoints, CancellationToken cancellationToken)
    {
        var served = await checkpoints.ServedAsync(cancellationToken);
        return Results.Json(new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. served.Select(Describe)]) });
    }

    /// <param name="model">NAME or RUN/NAME; clients escape the slash.</param>
    public static async Task<IResult> GetAsync(string model, CheckpointStore checkpoints, CancellationToken cancellationToken)
    {
        var name = model.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return await checkpoints.FindAsync(name, cancellationToken) is { } found
            ? Results.Json(Describe(found))
            : ChatCompletions.Problem($"There is no model '{name}'; GET /v1/models lists them.", "model", "model_not_found", StatusCodes.Status404NotFound);
    }

    private static JsonNode Describe(ServedCheckpoint checkpoint) => new JsonObject
    {
        ["id"] = checkpoint.Name,
        ["object"] = "model",
        ["created"] = checkpoint.Made?.ToUnixTimeSeconds() ?? 0,
        ["owned_by"] = "agentscaler",
    };
}
