using System.Reflection;
using System.Text.Json;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Gateway.Runs;

/// <summary>Checks an order's options against the published schema of the configuration file.</summary>
internal static class OptionsSchema
{
    private static readonly ArgumentValidator Validator = Load();

    /// <exception cref="OrderException">A setting is unknown or has the wrong type.</exception>
    public static void Require(JsonElement options)
    {
        try
        {
            if (Validator.Validate(Value.Parse(options.GetRawText()), out _) is { } error)
            {
                throw new OrderException($"options: {error.Message}; 'agentscaler configuration schema' prints every setting.");
            }
        }
        catch (JsonException exception)
        {
            throw new OrderException($"options: {exception.Message}");
        }
    }

    private static ArgumentValidator Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("configuration.schema.json")!;
        using var schema = JsonDocument.Parse(stream);
        return ArgumentValidator.Compile(schema.RootElement.Clone());
    }
}
