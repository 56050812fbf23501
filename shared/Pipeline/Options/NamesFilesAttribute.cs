namespace AgentScaler.Pipeline.Options;

/// <summary>Marks a setting that names files or folders. An order to a gateway may name those of its mounted folder only.</summary>
/// <param name="words">Values that are no path.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesFilesAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}
