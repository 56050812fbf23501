namespace AgentScaler.Collection.Sources;

/// <summary>A source that was asked for cannot be used at all: the caller's mistake, exit code 2.</summary>
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
