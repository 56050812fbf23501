namespace AgentScaler.Pipeline.Options;

/// <summary>Marks a setting that names files or folders. An order to a gateway may name only those in its mounted folder.</summary>
/// <param name="words">Values that are not paths.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesFilesAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}
