namespace AgentScaler.Hosting;

/// <summary>A unit of work that fails the same way however often it is tried: it is not retried, it is dead at once.</summary>
public sealed class UnrecoverableException : Exception
{
    public UnrecoverableException(string message)
        : base(message)
    {
    }

    public UnrecoverableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
