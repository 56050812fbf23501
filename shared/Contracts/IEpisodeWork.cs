namespace AgentScaler.Contracts;

/// <summary>Work on an episode. Its purpose decides which stage it belongs to.</summary>
public interface IEpisodeWork : IWork
{
    EpisodePurpose Purpose { get; }
}
