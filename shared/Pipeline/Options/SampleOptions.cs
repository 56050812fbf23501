namespace AgentScaler.Pipeline.Options;

/// <summary>
/// Options for training on a part of a dataset, for curves over its size and its number of domains. The part is chosen by hash. With the same seed, a
/// smaller number of rows (or of domains) gives a part of the sample of a larger one.
/// </summary>
public sealed record SampleOptions
{
    /// <summary>Most rows; 0 takes all.</summary>
    public int Rows { get; init; }

    /// <summary>Most domains; 0 takes all.</summary>
    public int Domains { get; init; }

    /// <exception cref="ArgumentException">A number is negative.</exception>
    public void Validate()
    {
        if (Rows < 0 || Domains < 0)
        {
            throw new ArgumentException("Training options sample1 and sample2 must hold numbers of rows and domains of 0 (all) or more.");
        }
    }
}
