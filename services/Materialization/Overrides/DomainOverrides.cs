using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Overrides;

/// <summary>
/// Corrections of what was inferred: <c>{"tools": {NAME: {"resource", "effect", "from", "to", "preconditions", "consequences", "returns", "guards",
/// "program", "judged"}}, "keys": {TABLE: COLUMN}, "policy": [SENTENCE], "definitions": [DEFINITION], "domains": {SLUG: the same, and
/// "schema": {"tables": [...]}, "name": TEXT, "clock": TIME}}</c>.
/// Entries for tools of other domains are passed over. The user writes them, or a language model proposes them.
/// </summary>
internal sealed class DomainOverrides
{
    private static readonly string[] RootMembers = ["tools", "keys", "policy", "definitions", "domains"];
    private static readonly string[] DomainMembers = ["tools", "keys", "policy", "definitions", "schema", "name", "clock"];
    private static readonly string[] ToolMembers = ["resource", "effect", "from", "to", "preconditions", "consequences", "returns", "guards", "program", "judged"];
    private readonly Sayings<IReadOnlyList<Statement>> _guards = new();
    private readonly Sayings<ToolProgram> _programs = new();
    private readonly Sayings<string> _resources = new();
    private readonly Sayings<EffectKind> _kinds = new();
    private readonly Sayings<IReadOnlyList<string>> _starts = new();
    private readonly Sayings<string> _targets = new();
    private readonly Sayings<StatedRules> _rules = new();
    private readonly Sayings<JsonElement> _returns = new();
    private readonly Sayings<bool> _judged = new();
    private readonly KeyTexts _keys = new();
    private readonly Decided<long?> _clock = new(null, Source.Convention);
    private readonly Decided<string?> _name = new(null, Source.Convention);
    private readonly Decided<SchemaAmendment?> _amendment = new(null, Source.Convention);
    private readonly List<string> _policy = [];

    public static DomainOverrides None { get; } = new();

    public InferenceHints Hints { get; private set; } = InferenceHints.None;

    /// <summary>The name that the domain is given, or null.</summary>
    public string? Name => _name.Value;

    /// <summary>Sentences that the policy holds beside those of the guards.</summary>
    public IReadOnlyList<string> Policy => _policy;

    /// <summary>The program that is given for a tool, or null.</summary>
    public ToolProgram? Program(string tool) => _programs.Of(tool)?.Value;

    /// <summary>Who gives a tool's program. Null if nobody does.</summary>
    public Source? ProgramSource(string tool) => _programs.Of(tool)?.Source;

    /// <summary>Who gives a tool's guards. Null if nobody does.</summary>
    public Source? GuardSource(string tool) => _guards.Of(tool)?.Source;

    /// <summary>What a corrected tool returns, by its name.</summary>
    public IReadOnlyDictionary<string, Said<JsonElement>> Returns => _returns.All;

    /// <summary>How the keys of tables are written, by the name of the table.</summary>
    public IReadOnlyDictionary<string, Said<string>> KeyForms => _keys.Forms;

    /// <summary>The seconds since 1970 at which the clock of a session starts. Null where nobody says it.</summary>
    public long? Clock => _clock.Value;

    /// <summary>Whether the user gives a tool's program and does not say what it does, so that nothing that was inferred can be held against it.</summary>
    public bool IsUnjudged(string tool) => _programs.Of(tool)?.Source == Source.Override
        && !(_judged.Of(tool)?.Value ?? (_kinds.Of(tool) is not null || _rules.Of(tool) is not null));

    /// <summary>The codes with which the guards of a tool refuse.</summary>
    public IReadOnlyList<ErrorCode> GuardCodes(string tool) =>
        [.. (_guards.Of(tool)?.Value ?? []).Select(s => s switch { Guard guard => guard.Code, Fail fail => fail.Code, _ => default(ErrorCode?) })
            .OfType<ErrorCode>().Distinct()];

    /// <summary>Whether somebody gives a tool's program, or says when it must not be called.</summary>
    public bool Speaks(string tool) => _programs.Of(tool) is not null || _guards.Of(tool) is not null;

    /// <summary>The program with the given guards before its first change or return, so that what was fetched is in reach.</summary>
    public ToolProgram Guarded(ToolProgram program)
    {
        if (_guards.Of(program.Tool)?.Value is not { } guards)
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
    /// <param name="proposal">A language model's proposal, in the same form. The user is believed before it.</param>
    /// <exception cref="OverridesException">A text is no overrides document.</exception>
    public static DomainOverrides Read(string? json, string slug, IReadOnlySet<string> tools, string? proposal = null)
    {
        if (json is null && proposal is null)
        {
            return None;
        }

        var overrides = new DomainOverrides();
        overrides.ReadDocument(json, slug, tools, Source.Override);
        overrides.ReadDocument(proposal, slug, tools, Source.Model);
        overrides.Hints = new InferenceHints
        {
            Resources = overrides._resources.All,
            Kinds = overrides._kinds.All,
            Starts = overrides._starts.All,
            Targets = overrides._targets.All,
            Keys = overrides._keys.Columns,
            Rules = overrides._rules.All,
            Amendment = overrides._amendment.Value,
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

    private void ReadDocument(string? json, string slug, IReadOnlySet<string> tools, Source source)
    {
        if (json is null)
        {
            return;
        }

        var root = Parse(json);
        OverrideText.Members(root, "", RootMembers);
        var own = OverrideText.Object(root["domains"], "/domains").FirstOrDefault(d => d.Key == slug).Value;
        OverrideText.Members(own, $"/domains/{slug}", DomainMembers);
        var shared = ReadPart(root, "", tools, [], source);
        ReadPart(own, $"/domains/{slug}", tools, shared, source);
        if (OverrideText.Text(own["name"], $"/domains/{slug}/name") is { } called)
        {
            _name.Say(called, source);
        }

        if (ClockText.Read(own["clock"], $"/domains/{slug}/clock") is { } clock)
        {
            _clock.Say(clock, source);
        }

        if (SchemaAmendment.Read(own["schema"], $"/domains/{slug}/schema", source) is { } amendment)
        {
            _amendment.Say(amendment, source);
        }
    }

    /// <summary>Returns the definitions that programs of this part may call: the known ones, and its own.</summary>
    private IReadOnlyList<SharedDefinition> ReadPart(
        Value part, string place, IReadOnlySet<string> tools, IReadOnlyList<SharedDefinition> known, Source source)
    {
        var definitions = ReadDefinitions(part, place, known);
        _policy.AddRange(OverrideText.Texts(part["policy"], $"{place}/policy") ?? []);
        _keys.Read(part["keys"], $"{place}/keys", source);

        foreach (var (name, entry) in OverrideText.Object(part["tools"], $"{place}/tools").Where(t => tools.Contains(t.Key)))
        {
            ReadTool(name, entry, $"{place}/tools/{name}", definitions, source);
        }

        return definitions;
    }

    private static IReadOnlyList<SharedDefinition> ReadDefinitions(Value part, string place, IReadOnlyList<SharedDefinition> known)
    {
        try
        {
            return [.. known, .. ProgramJson.ReadDefinitions(part["definitions"], $"{place}/definitions", known)];
        }
        catch (ProgramException failure)
        {
            throw new OverridesException(failure.Diagnostics[0].Place, failure.Diagnostics[0].Message);
        }
    }

    private void ReadTool(string name, Value entry, string place, IReadOnlyList<SharedDefinition> definitions, Source source)
    {
        OverrideText.Members(entry, place, ToolMembers);
        if (OverrideText.Text(entry["resource"], $"{place}/resource") is { } resource)
        {
            _resources.Say(name, Words.ResourceKey(Words.Split(resource)), source);
        }

        if (OverrideText.Text(entry["effect"], $"{place}/effect") is { } word)
        {
            var kind = EffectKinds.Called(word)
                ?? throw new OverridesException($"{place}/effect", $"\"{word}\" is none of {string.Join(", ", EffectKinds.All.Select(k => k.Word))}.");
            _kinds.Say(name, kind, source);
        }

        if (OverrideText.Texts(entry["from"], $"{place}/from") is { } starts)
        {
            _starts.Say(name, starts, source);
        }

        if (OverrideText.Text(entry["to"], $"{place}/to") is { } target)
        {
            _targets.Say(name, target, source);
        }

        if (StatedRules.Read(entry, place, source) is { } rules)
        {
            _rules.Say(name, rules, source);
        }

        if (!entry["returns"].IsNull)
        {
            _returns.Say(name, ReturnsText.Read(entry["returns"], $"{place}/returns"), source);
        }

        if (OverrideText.Flag(entry["judged"], $"{place}/judged") is { } judged)
        {
            _judged.Say(name, judged, source);
        }

        ReadPrograms(name, entry, place, definitions, source);
    }

    private void ReadPrograms(string name, Value entry, string place, IReadOnlyList<SharedDefinition> definitions, Source source)
    {
        try
        {
            if (!entry["guards"].IsNull)
            {
                var guarded = ProgramJson.Read(Value.Object(("tool", name), ("writes", false), ("body", entry["guards"]), ("evidence", Value.EmptyArray)),
                    definitions);
                _guards.Say(name, guarded.Body, source);
            }

            if (!entry["program"].IsNull)
            {
                var program = ProgramJson.Read(entry["program"], definitions);
                _programs.Say(name, program.Tool == name ? program : throw new OverridesException(
                    $"{place}/program/tool", $"The program is of the tool {program.Tool}, not of {name}."), source);
            }
        }
        catch (ProgramException failure)
        {
            throw new OverridesException(place, failure.Message);
        }
    }
}
