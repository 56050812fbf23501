namespace AgentScaler.Pipeline.Options;

/// <summary>Marks a setting that the command line offers. Its form follows from the property's type; the configuration file holds every setting.</summary>
/// <param name="name">The option, with its dashes.</param>
/// <param name="description">One sentence for the help.</param>
/// <param name="help">The word that stands for the value in the help.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagAttribute(string name, string description, string help = "") : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public string Help { get; } = help;

    /// <summary>The values that are allowed; every value where there are none.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Whether the values are files that must exist; their paths are made absolute, so that they mean the same later.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether the word <c>none</c> takes back the files of an earlier run.</summary>
    public bool OrNone { get; init; }
}
