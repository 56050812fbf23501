namespace AgentScaler.Pipeline;

/// <summary>Thrown when a unit of work would fail the same way on every try. It is not retried and becomes dead work at once.</summary>
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
