namespace AgentScaler.Pipeline.Options;

/// <summary>Marks the settings of a model's endpoint that the command line offers: address, model, key, temperature and budget.</summary>
/// <param name="name">The first word of the options, for example <c>author</c>.</param>
/// <param name="role">The role of the model, in words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EndpointFlagsAttribute(string name, string role) : Attribute
{
    public string Name { get; } = name;

    public string Role { get; } = role;
}
