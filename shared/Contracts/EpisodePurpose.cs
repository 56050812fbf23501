using System.Text.Json.Serialization;

namespace AgentScaler.Contracts;

/// <summary>What an episode is played for. It decides where the episode and its verdict are recorded, and which stage counts them.</summary>
[JsonConverter(typeof(EpisodePurposeConverter))]
public enum EpisodePurpose
{
    /// <summary>To become a row of a dataset, if its verdict accepts it.</summary>
    Dataset,

    /// <summary>To measure a policy. The episode is never used for training.</summary>
    Evaluation,

    /// <summary>To reward a policy that is in training. It becomes no row.</summary>
    Training,
}
