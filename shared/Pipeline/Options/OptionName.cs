using System.Reflection;
using System.Text.Json;

namespace AgentScaler.Pipeline.Options;

/// <summary>The name of a setting in a stage's section.</summary>
public static class OptionName
{
    public static string Of(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
}
