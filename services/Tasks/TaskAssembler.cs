using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Intents;
using AgentScaler.Tasks.Paths;
using AgentScaler.Tasks.Reading;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks;

/// <summary>Makes a task from a built path: the intent, the user, the golden record, the id.</summary>
internal sealed class TaskAssembler(DomainModel domain, Grammar grammar, IReadOnlyDictionary<string, string> licenses, long seed)
{
    /// <summary>Returns the task without its words, which is enough to decide whether each call is needed.</summary>
    public static TaskSpecification Skeleton(DomainModel domain, PathDraft draft, IReadOnlyList<Wish> wishes)
    {
        var answers = wishes.SelectMany(w => w.Answers).ToList();
        var kind = wishes.Any(w => w.ForbiddenBy is not null) ? TaskKind.Refusal : TaskKind.Write;
        return new TaskSpecification(
            "", "", kind, "", new SimulatedUser("", new Dictionary<string, Value>(draft.Known)),
            [.. draft.Calls.Select(c => new GoldenCall(c.Tool.Name, c.Arguments, c.Expect))], [.. draft.Calls.Select(c => c.Result)], Value.Null,
            [.. answers.Select(a => a.Value)], domain.Environment.InitialHash.ToString(), "", draft.Calls.Count, new TaskProvenance([], 0, []))
        {
            Plan = draft.Plan(),
            AnswerSources = [.. answers.Select(a => a.Source)],
        };
    }

    /// <param name="random">Decides the words alone, so that another grammar words the same errand.</param>
    public TaskSpecification Assemble(PathDraft draft, IReadOnlyList<Wish> wishes, TaskKind kind, SeededRandom random)
    {
        var book = PhraseBook.Of(grammar);
        var persona = Persona.Of(book, random);
        var parts = new IntentGrammar(draft, book, persona.Talk, random).Compose(wishes);
        var session = domain.Environment.Open();
        foreach (var call in draft.Calls)
        {
            session.Call(call.Tool.Name, call.Arguments);
        }

        var tools = draft.Calls.Select(c => c.Tool.Tool.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var answers = wishes.SelectMany(w => w.Answers).ToList();
        var task = new TaskSpecification(
            "",
            domain.Environment.Definition.Slug,
            kind,
            string.Join(' ', parts.Select(p => p.Text)),
            new SimulatedUser(persona.Profile, new OrderedDictionary<string, Value>(draft.Known)),
            [.. draft.Calls.Select(c => new GoldenCall(c.Tool.Name, c.Arguments, c.Expect))],
            [.. draft.Calls.Select(c => c.Result)],
            session.Diff(),
            [.. answers.Select(a => a.Value)],
            domain.Environment.InitialHash.ToString(),
            session.Hash.ToString(),
            draft.Calls.Count,
            new TaskProvenance(tools, seed, [.. tools.Select(licenses.GetValueOrDefault).OfType<string>().Distinct().Order(StringComparer.Ordinal)]))
        {
            Plan = draft.Plan(),
            AnswerSources = [.. answers.Select(a => a.Source)],
            Parts = parts,
            ForbiddenBy = wishes.Select(w => w.ForbiddenBy).FirstOrDefault(f => f is not null),
        };
        return WithId(task);
    }

    /// <summary>Returns the task with the id of its content.</summary>
    public static TaskSpecification WithId(TaskSpecification task)
    {
        var content = task with { Id = "" };
        return task with { Id = ContentId.Of("task", Value.Parse(JsonSerializer.Serialize(content, ContractJson.Options)).ToCanonicalJson()) };
    }
}
