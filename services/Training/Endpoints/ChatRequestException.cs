namespace AgentScaler.Training.Endpoints;

/// <summary>A request for a chat completion that cannot be served as it is asked.</summary>
/// <param name="member">The member of the request that is at fault.</param>
/// <param name="code">OpenAI's word for what is wrong with it.</param>
internal sealed class ChatRequestException(string message, string member, string code = "invalid_value") : Exception(message)
{
    public string Member => member;

    public string Code => code;
}
