namespace AgentScaler.Environments.Programs;

/// <summary>What an aggregate computes; nulls are left out, and nothing gives 0 for count and sum, else null.</summary>
public enum AggregateKind
{
    Count,
    Sum,
    Min,
    Max,
    Average,
}
