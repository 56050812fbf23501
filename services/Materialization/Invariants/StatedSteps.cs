using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Sentences;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.Invariants;

/// <summary>Finds columns of which a description says in which status they are filled: "null unless deposited", "set while on hire", "present once completed".</summary>
internal static partial class StatedSteps
{
    public static IEnumerable<Invariant> Of(DomainModel model)
    {
        foreach (var table in model.Tables.Where(t => t.Form is null))
        {
            if (Roles.Status(table) is not { Enum: not null } status)
            {
                continue;
            }

            foreach (var column in table.Columns.Where(c => c is { Nullable: true, Enum: null } && c != table.Key && c != status))
            {
                if (Said(model, table, status, column) is var (among, sentence))
                {
                    yield return new SetInStatus(table.Name, column.Name, status.Name, among, Always: true) { Basis = new Basis(Source.Text, sentence) };
                }
            }
        }
    }

    private static (IReadOnlyList<Value> Among, string Sentence)? Said(DomainModel model, TableModel table, ColumnModel status, ColumnModel column)
    {
        var sentences = column.Schemas.Prepend(column.Node).OfType<Environments.JsonSchemas.SchemaNode>().Select(n => n.Description).OfType<string>().Distinct()
            .SelectMany(SentenceSplitter.Sentences);
        foreach (var sentence in sentences)
        {
            var words = Wording.Of(sentence).Trim();
            if (Only().Match(words) is { Success: true } only && Among(model, table, status, only.Groups["state"].Value) is { Count: > 0 } states)
            {
                return (only.Groups["from"].Success ? After(model, status, states) : states, sentence);
            }

            if (Not().Match(words) is { Success: true } not && Among(model, table, status, not.Groups["state"].Value) is { Count: > 0 } empty)
            {
                return ([.. status.Enum!.Where(v => !empty.Contains(v))], sentence);
            }
        }

        return null;
    }

    /// <summary>The statuses that words name: by their own words, or by the act that leads to them. Null words leave none.</summary>
    private static List<Value> Among(DomainModel model, TableModel table, ColumnModel status, string words)
    {
        var found = new List<Value>();
        foreach (var part in Or().Split(words).Select(p => Subject().Replace(p.Trim(), "").Trim()).Where(p => p.Length > 0))
        {
            var named = Nouns.State(status, part) is { } state ? state : Reached(model, table, status, part);
            if (named is not { } known)
            {
                return [];
            }

            found.Add(known);
        }

        return found;
    }

    /// <summary>The status that an act leads to: "assessed" by the tool that assesses.</summary>
    private static Value? Reached(DomainModel model, TableModel table, ColumnModel status, string act) => model.Tools
        .Where(t => t.Effect is TransitionEffect step && step.Table == table && step.Changed == status && act.Length > 4
            && t.Verb.Length > 2 && act.StartsWith(t.Verb.TrimEnd('e', 'y'), StringComparison.Ordinal))
        .Select(t => (Value?)((TransitionEffect)t.Effect).Target).FirstOrDefault();

    /// <summary>The statuses and those that steps lead to from them, unless the step takes back what was done.</summary>
    private static List<Value> After(DomainModel model, ColumnModel status, List<Value> states)
    {
        var all = states.ToHashSet();
        var steps = model.Tools.Select(t => t.Effect).OfType<TransitionEffect>().Where(s => s.Changed == status).ToList();
        for (var round = 0; round < steps.Count; round++)
        {
            foreach (var step in steps)
            {
                var starts = step.Preconditions.OfType<StatusIn>().FirstOrDefault(p => p.Column == status)?.Allowed ?? [];
                if (starts.Count > 0 && starts.All(all.Contains) && status.LifeCycle?.Initial != step.Target)
                {
                    all.Add(step.Target);
                }
            }
        }

        return [.. status.Enum!.Where(all.Contains)];
    }

    [GeneratedRegex(@"\b(?:(?:set|present|filled|given|known|only|stored|shown|there) (?:only )?(?:while|when|if|(?<from>once|after|from)) (?<state>[a-z ]+)|(?:null|empty|absent|missing|none|unset) (?:unless|while not|when not|if not|except while|except when|(?<from>until|before|till)) (?<state>[a-z ]+)|otherwise null|(?:while|when|once) (?<state>[a-z ]+?) , (?:otherwise|else) null|[a-z ]* while (?<state>[a-z ]+?) , otherwise null)", RegexOptions.CultureInvariant)]
    private static partial Regex Only();

    [GeneratedRegex(@"\b(?:null|empty|absent|missing|none) (?:while|when|if|for|in) (?<state>[a-z ]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Not();

    [GeneratedRegex(@" or ", RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    /// <summary>The thing that is in the state, and what stands around the state's own words.</summary>
    [GeneratedRegex(@"^(?:the |a |an )?(?:[a-z]+ )??(?:it |they )?(?:is |are |was |were |has been |have been |status is |in |in status |with status )|^(?:the |in |status )+", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();
}
