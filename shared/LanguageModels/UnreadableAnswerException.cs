namespace AgentScaler.LanguageModels;

/// <summary>
/// Thrown when the body of a successful answer is neither JSON nor a stream of events: a proxy's page, or nothing. The connection asks again, and
/// an address that only ever answers so is not that of an API.
/// </summary>
internal sealed class UnreadableAnswerException(string? mediaType)
    : ModelEndpointException("The answer is not JSON and no stream of events either.", transient: true)
{
    /// <summary>The failure after the last attempt: work is not put back for it, since nothing but another address resolves it.</summary>
    public ModelEndpointException Final(Uri address) => new(
        $"{address} answers with {(mediaType is null ? "a body" : $"'{mediaType}'")}, which is not JSON and no stream of events: it is not the address of an API",
        transient: false,
        this);
}
