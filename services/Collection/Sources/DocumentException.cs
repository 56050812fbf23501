namespace AgentScaler.Collection.Sources;

/// <summary>Thrown when a document cannot be read. The message names the place inside it and the remedy.</summary>
public sealed class DocumentException : Exception
{
    public DocumentException()
    {
    }

    public DocumentException(string message)
        : base(message)
    {
    }

    public DocumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
