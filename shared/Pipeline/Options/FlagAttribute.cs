namespace AgentScaler.Pipeline.Options;

/// <summary>Marks a setting that the command line offers. Its form follows from the property's type. The configuration file offers every setting.</summary>
/// <param name="name">The option, with its dashes.</param>
/// <param name="description">One sentence for the help.</param>
/// <param name="help">The placeholder for the value in the help.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagAttribute(string name, string description, string help = "") : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public string Help { get; } = help;

    /// <summary>The allowed values. Empty allows every value.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Whether the values are files that must exist. Their paths are made absolute, so that they stay valid if the working folder changes.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether the value <c>none</c> removes the files of an earlier run.</summary>
    public bool OrNone { get; init; }
}
