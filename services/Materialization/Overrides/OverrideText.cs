using System.Text.Json;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides;

/// <summary>Reads parts of an overrides document; what is wrong is named by its place.</summary>
internal static partial class OverrideText
{
    public static void Members(Value value, string place, IReadOnlyCollection<string> known)
    {
        foreach (var (name, _) in Object(value, place))
        {
            if (!known.Contains(name))
            {
                throw new OverridesException($"{place}/{name}", $"No such name; known are {string.Join(", ", known)}.");
            }
        }
    }

    public static IReadOnlyCollection<KeyValuePair<string, Value>> Object(Value value, string place) =>
        value.IsNull ? ObjectValue.Empty : value.IsObject ? value.AsObject : throw new OverridesException(place, "Expected an object.");

    public static string? Text(Value value, string place) =>
        value.IsNull ? null : value.IsString ? value.AsString : throw new OverridesException(place, "Expected a text.");

    public static bool? Flag(Value value, string place) =>
        value.IsNull ? null : value.IsBoolean ? value.AsBoolean : throw new OverridesException(place, "Expected true or false.");

    public static IReadOnlyList<string>? Texts(Value value, string place) => value.IsNull ? null
        : value.IsArray
            ? [.. value.AsArray.ToArray().Select((v, i) => Text(v, $"{place}/{i}") ?? "")]
            : throw new OverridesException(place, "Expected an array of texts.");

    public static IReadOnlyList<Value> Items(Value value, string place, int most) => value.IsNull ? []
        : !value.IsArray ? throw new OverridesException(place, "Expected an array.")
        : value.AsArray.Length <= most ? value.AsArray.ToArray() : throw new OverridesException(place, $"At most {most} entries.");

    /// <summary>The name of a table or column.</summary>
    public static string Name(Value value, string place) => Text(value, place) is { } name && Named().IsMatch(name)
        ? name
        : throw new OverridesException(place, "Expected a name: letters, digits, underscores, dots and dashes, at most 100 characters.");

    /// <summary>One of the words that stand for an enumeration's members. Null if there is none.</summary>
    public static T? Word<T>(Value value, string place)
        where T : struct, Enum
    {
        if (Text(value, place) is not { } word)
        {
            return null;
        }

        foreach (var member in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString()) == word)
            {
                return member;
            }
        }

        throw new OverridesException(place,
            $"\"{word}\" is none of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}.");
    }

    [GeneratedRegex(@"^[\p{L}_$@][\p{L}\p{Nd}_.$@:/\- ]{0,99}$")]
    private static partial Regex Named();
}
