using System.Reflection;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Standalone.Commands;

/// <summary>The settings of a stage that the command line offers: those that their record marks.</summary>
internal static class StageOptions
{
    public static IReadOnlyList<StageOption> Of(StageDefinition stage) =>
    [
        .. from property in stage.Options.GetProperties()
           from option in Of(property)
           select option,
    ];

    private static IEnumerable<StageOption> Of(PropertyInfo property)
    {
        var key = OptionName.Of(property);
        if (property.GetCustomAttribute<FlagAttribute>() is { } flag)
        {
            yield return Of(property, key, flag);
        }
        else if (property.GetCustomAttribute<EndpointFlagsAttribute>() is { } endpoint)
        {
            foreach (var option in Endpoint(key, endpoint.Name, endpoint.Role))
            {
                yield return option;
            }
        }
    }

    private static StageOption Of(PropertyInfo property, string key, FlagAttribute flag)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isList = type == typeof(IReadOnlyList<string>);
        return flag.IsFile && isList ? StageOption.Files(flag.Name, key, flag.Description, flag.OrNone)
            : flag.IsFile ? StageOption.File(flag.Name, key, flag.Description, flag.OrNone)
            : isList ? StageOption.ListOf(flag.Name, key, flag.Description, flag.Help)
            : type == typeof(int) ? StageOption.Of<int>(flag.Name, key, flag.Description, flag.Help)
            : type == typeof(double) ? StageOption.Of<double>(flag.Name, key, flag.Description, flag.Help)
            : type == typeof(bool) ? StageOption.Of<bool>(flag.Name, key, flag.Description, flag.Help)
            : type == typeof(string) || type.IsEnum ? StageOption.Of<string>(flag.Name, key, flag.Description, flag.Help, flag.Words)
            : throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name} is a {type.Name}, which the command line has no form for.");
    }

    /// <summary>The options of an OpenAI-compatible endpoint; the configuration file holds the rest of them.</summary>
    private static IEnumerable<StageOption> Endpoint(string key, string who, string role) =>
    [
        StageOption.Of<string>($"--{who}-endpoint", $"{key}.endpoint", $"Base address of the OpenAI-compatible endpoint of the {role}.", "URL"),
        StageOption.Of<string>($"--{who}-model", $"{key}.model", $"Model of the {role}.", "NAME"),
        StageOption.Of<string>($"--{who}-key-variable", $"{key}.key_variable", $"Environment variable that holds the key of the {role}.", "NAME"),
        StageOption.Of<double>($"--{who}-temperature", $"{key}.temperature", $"Sampling temperature of the {role}.", "T"),
        StageOption.Of<long>($"--{who}-token-budget", $"{key}.token_budget", $"Most tokens that the {role} may take in one process; 0 sets no limit.", "N"),
    ];
}
