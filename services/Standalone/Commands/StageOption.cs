using System.CommandLine;
using System.Text.Json.Nodes;

namespace AgentScaler.Standalone.Commands;

/// <summary>A command-line option that sets one key of a stage's options.</summary>
/// <param name="Key">Path of the setting in the stage's section, with dots.</param>
internal sealed record StageOption(Option Option, string Key, Func<ParseResult, JsonNode?> Read)
{
    public static StageOption Of<T>(string name, string key, string description, string helpName, params string[] words)
    {
        var option = new Option<T>(name) { Description = description, HelpName = helpName };
        if (words.Length > 0)
        {
            option.AcceptOnlyFromAmong(words);
        }

        return new StageOption(option, key, result => JsonValue.Create(result.GetValue(option)));
    }

    /// <summary>An option that may be given several times and becomes an array.</summary>
    public static StageOption ListOf(string name, string key, string description, string helpName)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = helpName, Arity = ArgumentArity.OneOrMore };
        return new StageOption(option, key, result => new JsonArray([.. (result.GetValue(option) ?? []).Select(v => (JsonNode?)v)]));
    }

    /// <summary>An option that names a file. The path is made absolute, so that it stays valid if the working folder changes.</summary>
    /// <param name="orNone">Whether the value <c>none</c> removes the file that an earlier run was given.</param>
    public static StageOption File(string name, string key, string description, bool orNone)
    {
        var option = new Option<string>(name) { Description = description, HelpName = orNone ? "FILE|none" : "FILE" };
        return new StageOption(option, key, result => PathOf(name, result.GetValue(option)!, orNone));
    }

    /// <summary>An option that names several files.</summary>
    public static StageOption Files(string name, string key, string description, bool orNone)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = orNone ? "FILE|none" : "FILE", Arity = ArgumentArity.OneOrMore };
        return new StageOption(option, key, result => new JsonArray([.. (result.GetValue(option) ?? []).Select(f => PathOf(name, f, orNone))]));
    }

    private static JsonNode PathOf(string name, string given, bool orNone)
    {
        if (orNone && given == "none")
        {
            return given;
        }

        var path = Path.GetFullPath(given);
        return System.IO.File.Exists(path) ? JsonValue.Create(path) : throw CommandException.Usage($"{name} {path}: there is no such file.");
    }

    public bool IsGiven(ParseResult result) => result.GetResult(Option) is { Implicit: false };
}
