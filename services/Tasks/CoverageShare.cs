using System.Text.Json.Serialization;

namespace AgentScaler.Tasks;

/// <summary>So many of so many.</summary>
public sealed record CoverageShare(int Covered, int Total)
{
    /// <summary>1 where there is nothing to cover.</summary>
    [JsonIgnore]
    public double Value => Total == 0 ? 1 : (double)Covered / Total;

    public static CoverageShare operator +(CoverageShare a, CoverageShare b) => new(a.Covered + b.Covered, a.Total + b.Total);
}
