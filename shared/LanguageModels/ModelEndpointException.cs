namespace AgentScaler.LanguageModels;

/// <summary>An endpoint answered with an error that asking again does not mend, or did not answer at all.</summary>
/// <param name="transient">Whether the same request may succeed later.</param>
public class ModelEndpointException(string message, bool transient, Exception? inner = null) : Exception(message, inner)
{
    public bool Transient { get; } = transient;

    /// <summary>Whether nobody answered, or somebody only that the endpoint is away or full: the fault is not the request's.</summary>
    public bool Away { get; init; }

    /// <summary>The same failure in fewer words, for those who cannot carry it whole.</summary>
    public virtual ModelEndpointException Shortened(string message) => new(message, Transient) { Away = Away };
}
