using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>One compiled JSON Schema with its demands on a value. Unset members demand nothing.</summary>
internal sealed class SchemaDemands
{
    /// <summary>The schema <c>false</c>, which no value meets.</summary>
    public bool Never { get; set; }

    /// <summary>The target of <c>$ref</c>. Demands beside it count too.</summary>
    public SchemaDemands? Reference { get; set; }

    /// <summary>None if every type is allowed.</summary>
    public Kinds Types { get; set; }

    public Value[]? Enum { get; set; }

    public Value? Const { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public double? ExclusiveMinimum { get; set; }

    public double? ExclusiveMaximum { get; set; }

    /// <summary>In code points.</summary>
    public int MinLength { get; set; }

    public int MaxLength { get; set; } = int.MaxValue;

    public string? Format { get; set; }

    public string? PatternText { get; set; }

    public LinearPattern? Pattern { get; set; }

    public SchemaDemands[] PrefixItems { get; set; } = [];

    public SchemaDemands? Items { get; set; }

    public int MinItems { get; set; }

    public int MaxItems { get; set; } = int.MaxValue;

    public bool UniqueItems { get; set; }

    public string[] Required { get; set; } = [];

    public DeclaredMember[] Properties { get; set; } = [];

    public Dictionary<string, SchemaDemands> PropertyNodes { get; set; } = [];

    /// <summary>The schemas of members whose names match a pattern. A pattern that is not enforced may match any name.</summary>
    public (LinearPattern? Pattern, SchemaDemands Schema)[] PatternProperties { get; set; } = [];

    /// <summary>Members that are required if another one is present.</summary>
    public (string Name, string[] Needed)[] DependentRequired { get; set; } = [];

    /// <summary>The schema of members beside the properties; null if they are unrestricted.</summary>
    public SchemaDemands? AdditionalProperties { get; set; }

    /// <summary>Whether <c>additionalProperties</c> was given and allows members beside the properties.</summary>
    public bool Open { get; set; }

    public SchemaDemands[] AllOf { get; set; } = [];

    public SchemaDemands[] AnyOf { get; set; } = [];

    public SchemaDemands[] OneOf { get; set; } = [];

    /// <summary>Whether the schema demands anything of objects.</summary>
    public bool HasObjectKeywords => Required.Length + Properties.Length + PatternProperties.Length + DependentRequired.Length > 0
        || AdditionalProperties is not null;
}
