using System.Text;
using System.Text.Json;

namespace AgentScaler.LanguageModels;

/// <summary>Reads chat completions.</summary>
public static class ChatAnswer
{
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    /// <exception cref="ModelEndpointException">The answer is not a completion or is incomplete.</exception>
    public static ChatCompletion Read(EndpointAnswer answer, EndpointOptions options)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(options);
        var reader = new CompletionReader();
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(answer.Text), new JsonReaderOptions { AllowMultipleValues = true });
        while (json.Read())
        {
            using var document = JsonDocument.ParseValue(ref json);
            reader.Add(document.RootElement);
        }

        return reader.Complete(options, answer.Ended);
    }
}
