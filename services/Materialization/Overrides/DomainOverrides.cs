using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Overrides;

/// <summary>
/// Corrections of what was inferred: <c>{"tools": {NAME: {"resource", "effect", "from", "to", "guards", "program"}},
/// "keys": {TABLE: COLUMN}, "policy": [SENTENCE], "domains": {SLUG: the same, and "schema": {"tables": [...]}, "name": TEXT}}</c>.
/// Entries for tools of other domains are passed over. The user writes them, or a language model proposes them.
/// </summary>
internal sealed class DomainOverrides
{
    private static readonly string[] RootMembers = ["tools", "keys", "policy", "domains"];
    private static readonly string[] DomainMembers = ["tools", "keys", "policy", "schema", "name"];
    private static readonly string[] ToolMembers = ["resource", "effect", "from", "to", "guards", "program"];
    private readonly Dictionary<string, IReadOnlyList<Statement>> _guards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ToolProgram> _programs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SketchKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IReadOnlyList<string>?, string?)> _transitions = new(StringComparer.Ordinal);

    public static DomainOverrides None { get; } = new();

    public InferenceHints Hints { get; private set; } = InferenceHints.None;

    /// <summary>What the domain is called, or null.</summary>
    public string? Name { get; private init; }

    /// <summary>Sentences that the policy holds beside those of the guards.</summary>
    public IReadOnlyList<string> Policy { get; private init; } = [];

    /// <summary>The user's own program of a tool, or null.</summary>
    public ToolProgram? Program(string tool) => _programs.GetValueOrDefault(tool);

    /// <summary>Whether the user says what a tool does, or when it must not be done.</summary>
    public bool Speaks(string tool) => _programs.ContainsKey(tool) || _guards.ContainsKey(tool);

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

    /// <param name="slug">The domain: what stands under <c>/domains/SLUG</c> is for it alone.</param>
    /// <exception cref="OverridesException">The text is no overrides document.</exception>
    public static DomainOverrides Read(string? json, string slug, IReadOnlySet<string> tools)
    {
        if (json is null)
        {
            return None;
        }

        var root = Parse(json);
        OverrideText.Members(root, "", RootMembers);
        var own = OverrideText.Object(root["domains"], "/domains").FirstOrDefault(d => d.Key == slug).Value;
        OverrideText.Members(own, $"/domains/{slug}", DomainMembers);
        (Value Value, string Place)[] parts = [(root, ""), (own, $"/domains/{slug}")];
        var overrides = new DomainOverrides
        {
            Name = OverrideText.Text(own["name"], $"/domains/{slug}/name"),
            Policy = [.. parts.SelectMany(p => OverrideText.Texts(p.Value["policy"], $"{p.Place}/policy") ?? [])],
        };
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (part, place) in parts)
        {
            foreach (var (table, column) in OverrideText.Object(part["keys"], $"{place}/keys"))
            {
                keys[table] = OverrideText.Text(column, $"{place}/keys/{table}")
                    ?? throw new OverridesException($"{place}/keys/{table}", "Expected the name of a column.");
            }

            foreach (var (name, entry) in OverrideText.Object(part["tools"], $"{place}/tools").Where(t => tools.Contains(t.Key)))
            {
                overrides.ReadTool(name, entry, $"{place}/tools/{name}");
            }
        }

        overrides.Hints = new InferenceHints
        {
            Resources = overrides._resources,
            Kinds = overrides._kinds,
            Transitions = overrides._transitions,
            Keys = keys,
            Amendment = SchemaAmendment.Read(own["schema"], $"/domains/{slug}/schema")
        };
        return overrides;
    }

    /// <exception cref="OverridesException">The text is no JSON.</exception>
    public static Value Parse(string json)
    {
        try
        {
            return Value.Parse(json);
        }
        catch (JsonException failure)
        {
            throw new OverridesException("/", $"The text is no JSON: {failure.Message}");
        }
    }

    private void ReadTool(string name, Value entry, string place)
    {
        OverrideText.Members(entry, place, ToolMembers);
        if (OverrideText.Text(entry["resource"], $"{place}/resource") is { } resource)
        {
            _resources[name] = Words.ResourceKey(Words.Split(resource));
        }

        if (OverrideText.Text(entry["effect"], $"{place}/effect") is { } word)
        {
            _kinds[name] = EffectKinds.Called(word)?.Sketch
                ?? throw new OverridesException($"{place}/effect", $"\"{word}\" is none of {string.Join(", ", EffectKinds.All.Select(k => k.Word))}.");
        }

        if (!entry["from"].IsNull || !entry["to"].IsNull)
        {
            _transitions[name] = (OverrideText.Texts(entry["from"], $"{place}/from"), OverrideText.Text(entry["to"], $"{place}/to"));
        }

        ReadPrograms(name, entry, place);
    }

    private void ReadPrograms(string name, Value entry, string place)
    {
        try
        {
            if (!entry["guards"].IsNull)
            {
                _guards[name] =
                    ProgramJson.Read(Value.Object(("tool", name), ("writes", false), ("body", entry["guards"]), ("evidence", Value.EmptyArray))).Body;
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
}
