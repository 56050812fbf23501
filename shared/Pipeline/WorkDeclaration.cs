using AgentScaler.Contracts;

namespace AgentScaler.Pipeline;

/// <summary>A message that requests work of a stage.</summary>
public sealed record WorkDeclaration
{
    private WorkDeclaration(Type message, EpisodePurpose? purpose) => (Message, Purpose) = (message, purpose);

    public Type Message { get; }

    /// <summary>The purpose that an episode must have for its work to belong to the stage. Null if the message is not about an episode.</summary>
    public EpisodePurpose? Purpose { get; }

    public static WorkDeclaration Of<T>()
        where T : class, IWork => new(typeof(T), null);

    public static WorkDeclaration Of<T>(EpisodePurpose purpose)
        where T : class, IEpisodeWork => new(typeof(T), purpose);

    public bool Takes(IWork work) => work.GetType() == Message && (Purpose is null || (work is IEpisodeWork episode && episode.Purpose == Purpose));
}
