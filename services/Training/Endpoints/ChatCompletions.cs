using System.Text.Json;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Endpoints;

/// <summary>
/// OpenAI's chat completions over the checkpoints. <c>model</c> is a checkpoint's name, or RUN/NAME. A stream sends the whole reply at once. Sampling is
/// greedy unless the request gives a temperature.
/// </summary>
internal static class ChatCompletions
{
    private const string Invalid = "invalid_request_error";

    public static async Task<IResult> CompleteAsync(HttpContext http, IPolicyGenerator policies, CancellationToken cancellationToken)
    {
        try
        {
            var request = await JsonSerializer.DeserializeAsync<ChatCompletionRequest>(http.Request.Body, ContractJson.Options, cancellationToken)
                ?? throw new JsonException("the body is null");
            var stop = StopTexts.Read(request.Stop);
            var reply = StopTexts.Apply(await policies.GenerateAsync(ChatCompletionReader.Read(request), cancellationToken), stop);
            return request.Stream == true
                ? Results.Text(ChatCompletionWriter.Stream(request, reply), "text/event-stream")
                : Results.Text(ChatCompletionWriter.Whole(request, reply), "application/json");
        }
        catch (PolicyUnavailableException exception)
        {
            return Problem(exception.Message, "model", "model_not_found", StatusCodes.Status404NotFound);
        }
        catch (ChatRequestException exception)
        {
            return Problem(exception.Message, exception.Member, exception.Code, StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return Problem(exception.Message, null, null, StatusCodes.Status400BadRequest);
        }
    }

    public static IResult Problem(string message, string? member, string? code, int status) =>
        Results.Json(ChatCompletionWriter.Error(message, Invalid, member, code), statusCode: status);
}
