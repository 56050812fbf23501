using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Authoring;

/// <summary>A language model's corrections of one domain, in the form of an overrides document's entry for the domain.</summary>
internal sealed class AuthorProposal
{
    /// <summary>Characters beyond which an answer is no proposal but an accident.</summary>
    private const int MaxLength = 1_000_000;

    private readonly Value _root;

    private AuthorProposal(Value root) => _root = root;

    public bool Empty =>
        _root.AsObject.All(m => m.Value.IsNull || (m.Value.IsObject && m.Value.AsObject.Count == 0) || (m.Value.IsArray && m.Value.AsArray.Length == 0));

    /// <summary>The tools that it speaks of, in order of name.</summary>
    public IReadOnlyList<string> Tools => [.. Entries.Select(e => e.Key).Order(StringComparer.Ordinal)];

    private ObjectValue Entries => _root["tools"].IsObject ? _root["tools"].AsObject : ObjectValue.Empty;

    /// <summary>Reads an answer: one JSON object, with or without a fence and words around it.</summary>
    /// <param name="model">Who proposes; every program's evidence says so.</param>
    public static (AuthorProposal? Proposal, AuthorFinding? Finding) Read(string answer, string model, IReadOnlySet<string> tools)
    {
        if (answer.Length > MaxLength)
        {
            return (null, new AuthorFinding("/", $"The answer has {answer.Length} characters; at most {MaxLength} are read. Give only what changes."));
        }

        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            return (null, new AuthorFinding("/", "The answer holds no JSON object."));
        }

        Value root;
        try
        {
            root = Value.Parse(answer[start..(end + 1)]);
        }
        catch (JsonException failure)
        {
            return (null, new AuthorFinding("/", $"The answer is no JSON: {failure.Message}"));
        }

        var proposal = new AuthorProposal(root);
        return root["tools"] is { IsNull: false, IsObject: false } ? (null, new AuthorFinding("/tools", "Expected an object, tool names to corrections."))
            : proposal.Entries.FirstOrDefault(e => !tools.Contains(e.Key)).Key is { } unknown
                ? (null, new AuthorFinding($"/tools/{unknown}", $"The domain has no tool {unknown}."))
            : (proposal.Signed($"Proposed by the language model {model}, and proven."), null);
    }

    /// <summary>The proposal without the corrections of some tools.</summary>
    public AuthorProposal Without(IEnumerable<string> tools) => WithTools(tools.Aggregate(Entries, (entries, tool) => entries.Without(tool)));

    /// <summary>The proposal as an overrides document of its own, for the user to read, change and give.</summary>
    public Value AsOverrides(string slug) => Value.Object(("domains", Value.Object((slug, _root))));

    private AuthorProposal WithTools(ObjectValue tools) => new(Value.From(_root.AsObject.With("tools", Value.From(tools))));

    private AuthorProposal Signed(string sentence) => WithTools(Entries.Aggregate(Entries, (all, entry) => entry.Value["program"].IsObject
        ? all.With(entry.Key, Value.From(entry.Value.AsObject.With("program", Value.From(entry.Value["program"].AsObject.With(
            "evidence", Value.From([.. entry.Value["program"]["evidence"].IsArray ? entry.Value["program"]["evidence"].AsArray : [], Value.From(sentence)]))))))
        : all));
}
