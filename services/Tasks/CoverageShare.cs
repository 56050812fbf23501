using System.Text.Json.Serialization;

namespace AgentScaler.Tasks;

/// <summary>The number of covered items of a total.</summary>
public sealed record CoverageShare(int Covered, int Total)
{
    /// <summary>The covered share; 1 if there is nothing to cover.</summary>
    [JsonIgnore]
    public double Value => Total == 0 ? 1 : (double)Covered / Total;

    public static CoverageShare operator +(CoverageShare a, CoverageShare b) => new(a.Covered + b.Covered, a.Total + b.Total);
}
