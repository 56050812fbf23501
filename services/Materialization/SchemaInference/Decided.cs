namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A value that several sources may speak of while it is inferred. The most trusted one is believed, whenever it speaks.</summary>
internal sealed class Decided<T>(T value, Source source)
{
    public T Value { get; private set; } = value;

    public Source Source { get; private set; } = source;

    /// <summary>Takes what a source says, unless a more trusted one has spoken; tells whether it was taken.</summary>
    public bool Say(T value, Source source)
    {
        if (!source.Overrides(Source))
        {
            return false;
        }

        (Value, Source) = (value, source);
        return true;
    }

    /// <summary>Replaces a value that cannot be followed by the nearest that can, unless the user said it; who spoke stays the same.</summary>
    public void Correct(T value) => Value = Source == Source.Override ? Value : value;
}
