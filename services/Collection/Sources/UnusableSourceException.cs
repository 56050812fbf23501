namespace AgentScaler.Collection.Sources;

/// <summary>Thrown when a requested source cannot be used at all, which is the caller's mistake (exit code 2).</summary>
public sealed class UnusableSourceException : Exception
{
    public UnusableSourceException()
    {
    }

    public UnusableSourceException(string message)
        : base(message)
    {
    }

    public UnusableSourceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
