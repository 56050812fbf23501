using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Effects;
using AgentScaler.Proofs;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Materialization.Authoring;

/// <summary>What a language model that authors programs is told and shown.</summary>
internal static class AuthorPrompt
{
    private const int FindingsShown = 12;
    private const int FindingLength = 600;

    private static readonly string Language = ReadLanguage();

    /// <summary>The instructions with the language's own reference, and the domain as it was inferred.</summary>
    public static IReadOnlyList<ChatMessage> Begin(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, MaterializedDomain inferred, int maxShown) =>
        [ChatMessage.System(Instructions), ChatMessage.User(Material(domain, tools, inferred, maxShown))];

    /// <summary>The findings of the checker and the proofs, each with its place in the answer.</summary>
    public static ChatMessage Repair(IReadOnlyList<AuthorFinding> findings, string slug) => ChatMessage.User(
        "Your answer was not accepted:\n"
            + string.Join('\n', findings.Take(FindingsShown).Select(f => "- " + Short(f.ToString().Replace($"/domains/{slug}", "", StringComparison.Ordinal))))
        + (findings.Count > FindingsShown ? $"\n- and {findings.Count - FindingsShown} more" : "")
        + "\nAnswer again with the whole corrected JSON object. What you cannot mend, leave out: the inferred program stays then.");

    private static string Instructions => $$$$"""
        You improve a simulated service. Its database schema and one small program for every tool were inferred from the tools' descriptions. You are shown the tools, the inferred schema, the inferred programs and what is known to be wrong. Propose what makes the tools behave more like the real service would: fields that were made up though the database could hold them, filters and checks that are missing, error cases, effects on other tables.

        Answer with one JSON object and nothing else. Give only what you change:
        {"tools": {NAME: {"resource": singular name of the thing the tool works on, "effect": one of {{{{string.Join(", ", EffectKinds.All.Select(k => $"{k.Word} ({k.Meaning})"))}}}}, "from": [statuses], "to": status, "program": a whole program}},
         "keys": {TABLE: COLUMN},
         "schema": {"tables": [{"name", "primary_key": [one column], "columns": [{"name", "type", "semantic", "nullable", "enum", "references": {"table", "column"}, "equality"}]}]},
         "policy": [further rules as plain sentences], "name": what the service is called}
        In "schema" stand only tables and columns that you add, or whose enumeration, reference, semantic or equality you say more precisely; types of existing columns stay. A program is {"tool", "writes", "body", "evidence"} in the language below.

        Your proposal is type-checked and proven before it is used: for every tool, calls with valid arguments must succeed and their results conform to the tool's return schema; the laws of its effect must hold (reads change nothing and show the rows asked for, creates store what was given, unknown keys are not_found, failed calls change nothing); invalid arguments are refused. It must do worse in nothing than what was inferred. Findings are given back to you.

        # The language

        {{{{Language}}}}
        """.ReplaceLineEndings("\n");

    private static string Material(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, MaterializedDomain inferred, int maxShown)
    {
        var checks = inferred.Checks.Tools.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var intents = inferred.Description.Tools.ToDictionary(t => t.Name, StringComparer.Ordinal);
        var programs = (inferred.Definition?.Programs ?? []).ToDictionary(p => p.Tool, StringComparer.Ordinal);
        var own = domain.Tools.ToHashSet(StringComparer.Ordinal);
        var schema = inferred.Definition is { } definition ? JsonSerializer.Serialize(definition.Schema, ContractJson.Options) : "{\"tables\":[]}";
        var shown = new JsonArray();
        var others = new JsonArray();
        var length = schema.Length;
        foreach (var tool in tools.Where(t => own.Contains(t.Id)).OrderBy(t => Soundness(checks.GetValueOrDefault(t.Name)))
            .ThenBy(t => t.Name, StringComparer.Ordinal))
        {
            var entry = Entry(tool, intents.GetValueOrDefault(tool.Name), programs.GetValueOrDefault(tool.Name), checks.GetValueOrDefault(tool.Name));
            var size = entry.ToJsonString(ContractJson.Options).Length;
            if (length + size > maxShown)
            {
                others.Add(tool.Name);
                continue;
            }

            length += size;
            shown.Add(entry);
        }

        return new JsonObject
        {
            ["domain"] = domain.Name,
            ["problem"] = inferred.Rejection,
            ["schema"] = JsonNode.Parse(schema),
            ["tools"] = shown,
            ["other_tools"] = others,
        }.ToJsonString(ContractJson.Options);
    }

    private static JsonObject Entry(ToolSpecification tool, ToolDescription? intent, ToolProgram? program, ToolChecks? check)
    {
        var wrong = new JsonArray([.. Wrong(check).Select(w => (JsonNode?)JsonValue.Create(Short(w)))]);
        return new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = tool.Description,
            ["http"] = tool.Http is { } http ? $"{http.Method} {http.Path}" : null,
            ["parameters"] = JsonSerializer.SerializeToNode(tool.Parameters),
            ["returns"] = JsonSerializer.SerializeToNode(tool.Returns),
            ["examples"] = tool.Examples is { Count: > 0 } examples ? JsonSerializer.SerializeToNode(examples, ContractJson.Options) : null,
            ["errors"] = tool.Errors is { Count: > 0 } errors ? JsonSerializer.SerializeToNode(errors, ContractJson.Options) : null,
            ["effect"] = intent?.Does,
            ["table"] = intent?.Table,
            ["program"] = program is null ? null : JsonNode.Parse(ProgramJson.Write(program).ToJson()),
            ["wrong"] = wrong,
        };
    }

    private static IEnumerable<string> Wrong(ToolChecks? check)
    {
        if (check is null)
        {
            yield break;
        }

        if (check.Detail is { } detail)
        {
            yield return detail;
        }

        foreach (var law in check.BrokenLaws.Take(3))
        {
            yield return law;
        }

        if (check is { Executed: true, Conforming: < 1 })
        {
            yield return FormattableString.Invariant($"only {check.Conforming:P0} of the results conform to the return schema");
        }

        foreach (var miss in check.FidelityFacts?.Misses ?? [])
        {
            yield return miss;
        }
    }

    /// <summary>What is worst comes first: 0 did not run, then broken laws, then results and behaviour that are not the documented ones.</summary>
    private static double Soundness(ToolChecks? check) =>
        check is null or { Executed: false } ? 0 : check.BrokenLaws.Count > 0 ? 1 : 1 + check.Conforming + (check.Fidelity ?? 1);

    private static string Short(string text) => text.Length <= FindingLength ? text : text[..FindingLength] + "...";

    private static string ReadLanguage()
    {
        using var stream = typeof(AuthorPrompt).Assembly.GetManifestResourceStream("tool-programs.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
