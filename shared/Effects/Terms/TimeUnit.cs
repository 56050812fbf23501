namespace AgentScaler.Effects;

/// <summary>By what a time is moved.</summary>
public enum TimeUnit
{
    Minutes,
    Days,
    Months,
}
