using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Overrides;

/// <summary>
/// The user's word on what was inferred: <c>{"tools": {NAME: {"resource", "effect", "from", "to", "guards", "program"}},
/// "keys": {TABLE: COLUMN}, "policy": [SENTENCE]}</c>. Entries for tools of other domains are passed over.
/// </summary>
internal sealed class DomainOverrides
{
    private static readonly string[] ToolMembers = ["resource", "effect", "from", "to", "guards", "program"];
    private readonly Dictionary<string, IReadOnlyList<Statement>> _guards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ToolProgram> _programs = new(StringComparer.Ordinal);

    public static DomainOverrides None { get; } = new();

    public InferenceHints Hints { get; private init; } = InferenceHints.None;

    /// <summary>Sentences that the policy holds beside those of the guards.</summary>
    public IReadOnlyList<string> Policy { get; private init; } = [];

    /// <summary>The user's own program of a tool, or null.</summary>
    public ToolProgram? Program(string tool) => _programs.GetValueOrDefault(tool);

    /// <summary>The program with the user's guards before its first change or return, so that what was fetched is in reach.</summary>
    public ToolProgram Guarded(ToolProgram program)
    {
        if (!_guards.TryGetValue(program.Tool, out var guards))
        {
            return program;
        }

        var at = 0;
        while (at < program.Body.Count && program.Body[at] is Let or Guard)
        {
            at++;
        }

        return program with
        {
            Body = [.. program.Body.Take(at), .. guards, .. program.Body.Skip(at)],
            Evidence = [.. program.Evidence, $"{guards.Count} guard{(guards.Count == 1 ? " was" : "s were")} added by an override."],
        };
    }

    /// <exception cref="OverridesException">The text is no overrides document.</exception>
    public static DomainOverrides Read(string? json, IReadOnlySet<string> tools)
    {
        if (json is null)
        {
            return None;
        }

        Value root;
        try
        {
            root = Value.Parse(json);
        }
        catch (JsonException failure)
        {
            throw new OverridesException("/", $"The text is no JSON: {failure.Message}");
        }

        Members(root, "", ["tools", "keys", "policy"]);
        var resources = new Dictionary<string, string>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, IntentKind>(StringComparer.Ordinal);
        var transitions = new Dictionary<string, (IReadOnlyList<string>?, string?)>(StringComparer.Ordinal);
        var overrides = new DomainOverrides
        {
            Policy = Texts(root["policy"], "/policy") ?? [],
            Hints = new InferenceHints { Resources = resources, Kinds = kinds, Transitions = transitions, Keys = Keys(root["keys"]) },
        };
        foreach (var (name, entry) in Object(root["tools"], "/tools").Where(t => tools.Contains(t.Key)))
        {
            var place = $"/tools/{name}";
            Members(entry, place, ToolMembers);
            if (Text(entry["resource"], $"{place}/resource") is { } resource)
            {
                resources[name] = Words.ResourceKey(Words.Split(resource));
            }

            if (Text(entry["effect"], $"{place}/effect") is { } effect)
            {
                kinds[name] = Kind(effect, $"{place}/effect");
            }

            if (!entry["from"].IsNull || !entry["to"].IsNull)
            {
                transitions[name] = (Texts(entry["from"], $"{place}/from"), Text(entry["to"], $"{place}/to"));
            }

            overrides.ReadPrograms(name, entry, place);
        }

        return overrides;
    }

    private void ReadPrograms(string name, Value entry, string place)
    {
        try
        {
            if (!entry["guards"].IsNull)
            {
                _guards[name] = ProgramJson.Read(Value.Object(("tool", name), ("writes", false), ("body", entry["guards"]), ("evidence", Value.EmptyArray))).Body;
            }

            if (!entry["program"].IsNull)
            {
                _programs[name] = ProgramJson.Read(entry["program"]);
            }
        }
        catch (ProgramException failure)
        {
            throw new OverridesException(place, failure.Message);
        }

        if (_programs.TryGetValue(name, out var program) && program.Tool != name)
        {
            throw new OverridesException($"{place}/program/tool", $"The program is of the tool {program.Tool}, not of {name}.");
        }
    }

    private static Dictionary<string, string> Keys(Value keys) => Object(keys, "/keys").ToDictionary(
        k => k.Key, k => Text(k.Value, $"/keys/{k.Key}") ?? throw new OverridesException($"/keys/{k.Key}", "Expected the name of a column."), StringComparer.Ordinal);

    private static IntentKind Kind(string word, string place)
    {
        foreach (var kind in Enum.GetValues<IntentKind>())
        {
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()) == word)
            {
                return kind;
            }
        }

        throw new OverridesException(place, $"\"{word}\" is no effect; one of {string.Join(", ", Enum.GetNames<IntentKind>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}.");
    }

    private static void Members(Value value, string place, string[] known)
    {
        foreach (var (name, _) in Object(value, place))
        {
            if (!known.Contains(name))
            {
                throw new OverridesException($"{place}/{name}", $"No such name; known are {string.Join(", ", known)}.");
            }
        }
    }

    private static IReadOnlyCollection<KeyValuePair<string, Value>> Object(Value value, string place) =>
        value.IsNull ? ObjectValue.Empty : value.IsObject ? value.AsObject : throw new OverridesException(place, "Expected an object.");

    private static string? Text(Value value, string place) =>
        value.IsNull ? null : value.IsString ? value.AsString : throw new OverridesException(place, "Expected a text.");

    private static IReadOnlyList<string>? Texts(Value value, string place) => value.IsNull ? null
        : value.IsArray ? [.. value.AsArray.ToArray().Select((v, i) => Text(v, $"{place}/{i}") ?? "")] : throw new OverridesException(place, "Expected an array of texts.");
}
