namespace AgentScaler.Training.Endpoints;

/// <summary>Thrown when a request for a chat completion cannot be served in its form.</summary>
/// <param name="member">The faulty member of the request.</param>
/// <param name="code">OpenAI's code for the fault.</param>
internal sealed class ChatRequestException(string message, string member, string code = "invalid_value") : Exception(message)
{
    public string Member => member;

    public string Code => code;
}
