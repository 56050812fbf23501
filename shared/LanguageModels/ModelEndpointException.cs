namespace AgentScaler.LanguageModels;

/// <summary>Thrown when an endpoint answers with an error that a retry does not resolve, or does not answer at all.</summary>
/// <param name="transient">Whether the same request may succeed later.</param>
public class ModelEndpointException(string message, bool transient, Exception? inner = null) : Exception(message, inner)
{
    public bool Transient { get; } = transient;

    /// <summary>Whether the endpoint did not answer or is unreachable or overloaded, so that the request is not at fault.</summary>
    public bool Away { get; init; }

    /// <summary>The same failure in fewer words, for places with limited space.</summary>
    public virtual ModelEndpointException Shortened(string message) => new(message, Transient) { Away = Away };
}
