using System.Globalization;
using AgentScaler.Environments;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Rollout.Agents.Scripted;

/// <summary>
/// An agent that needs no model. It knows the plan of a task and none of its values. It finds every argument in the user's words, in results of tools, in
/// schema and policy, or computes it from these visibly. It makes the mistakes that it was told to make, each at most once in an episode.
/// </summary>
public sealed class ScriptedAgent : IAgent
{
    private const int MaxTries = 6;

    private readonly EnvironmentDefinition _environment;
    private readonly ScriptedPlan _plan;
    private readonly MistakePlan _mistakes;
    private readonly AgentPhrases _phrases;
    private readonly SeededRandom _random;
    private readonly Dictionary<string, Value> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Value> _results = [];
    private readonly PlanResolver _resolver;
    private readonly PlanArguments _arguments;
    private readonly WrongArgument _wrong;
    private readonly List<string> _made = [];
    private readonly Dictionary<string, int> _pending = new(StringComparer.Ordinal);
    private readonly bool[] _done;
    private readonly int[] _tries;
    private readonly bool _parallel;
    private int _seen = 1;
    private int _callNumber;
    private int _reported;
    private string? _asked;
    private string? _lead;
    private bool _stuck;
    private bool _corrects;

    public ScriptedAgent(EnvironmentDefinition environment, TaskSpecification task, int attempt, long seed, MistakeOptions mistakes)
    {
        _environment = environment;
        _plan = ScriptedPlan.Of(task, environment);
        _random = SeededRandom.Of(seed, "agent", task.Id, attempt.ToString(CultureInfo.InvariantCulture));
        _mistakes = new MistakePlan(_plan, environment, mistakes, _random);
        _phrases = new AgentPhrases(_random);
        _resolver = new PlanResolver(_told, _results);
        _arguments = new PlanArguments(environment, _resolver);
        _wrong = new WrongArgument(_arguments, _told, _results);
        _done = new bool[_plan.Calls.Count];
        _tries = new int[_plan.Calls.Count];
        _parallel = _random.Chance(0.5);
    }

    public string Name => "scripted";

    public string Model => "scripted";

    public TrajectoryOrigin Origin => TrajectoryOrigin.Scripted;

    public IReadOnlyList<string> Mistakes => _made;

    public ValueTask<AgentTurn> NextAsync(AgentRequest request, CancellationToken cancellationToken)
    {
        Observe(request);
        return ValueTask.FromResult(Decide(request));
    }

    private void Observe(AgentRequest request)
    {
        for (; _seen < request.Messages.Count; _seen++)
        {
            var message = request.Messages[_seen];
            if (message.Role == "user")
            {
                Listen(message, request.LastUserTurn);
            }
            else if (message.Role == "tool" && message.ToolCallId is { } id && _pending.Remove(id, out var call))
            {
                Read(call, message.Content ?? "null");
            }
        }
    }

    private void Listen(ChatMessage message, UserTurn turn)
    {
        if (turn.Told is { } told)
        {
            foreach (var (name, value) in told)
            {
                _told[name] = value;
            }
        }
        else if (_asked is not null && message.Content is { } text)
        {
            // The words of a model are not annotated, so the agent asks for one value at a time and takes the reply literally.
            _told[_asked] = Reply(text);
        }

        _asked = null;
    }

    private static Value Reply(string text)
    {
        var reply = text.Trim().Trim('"', '\'', '.', ' ');
        return double.TryParse(reply, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : reply is "true" or "yes" or "Yes" ? Value.True
            : reply is "false" or "no" or "No" ? Value.False
            : reply;
    }

    private void Read(int call, string content)
    {
        if (call < 0)
        {
            return;
        }

        var result = Value.Parse(content);
        var error = ToolMessages.ErrorCodeOf(result);
        if (error is "timeout" or "unavailable" or "rate_limited")
        {
            _stuck |= ++_tries[call] >= MaxTries;
            _lead = _phrases.Retry();
            return;
        }

        if (error is null)
        {
            _results[call] = result;
        }
        else if (error != _plan.Calls[call].Expect)
        {
            _stuck = true;
            return;
        }
        else
        {
            _lead = _phrases.Alternative();
        }

        _done[call] = true;
    }

    private AgentTurn Decide(AgentRequest request)
    {
        var wishes = request.LastUserTurn.Wishes ?? _plan.Wishes;
        while (!_stuck && Next() is { } call && _plan.Calls[call].Wish < wishes)
        {
            if (_mistakes.Take(call, MistakeKind.GivingUp))
            {
                _made.Add("giving_up");
                return GiveUp();
            }

            if (_mistakes.Take(call, MistakeKind.MissingStep))
            {
                _made.Add("missing_step");
                _done[call] = true;
                continue;
            }

            if (Missing(call) is { Count: > 0 } names)
            {
                names = request.LastUserTurn.Told is null ? [names[0]] : names;
                _asked = names[0];
                return new AgentTurn(ChatMessage.Assistant(_phrases.Ask(names)));
            }

            return Act(call) ?? GiveUp();
        }

        return _stuck ? GiveUp() : Report(wishes);
    }

    private int? Next()
    {
        var at = Array.IndexOf(_done, false);
        return at < 0 ? null : at;
    }

    private List<string> Missing(int call) =>
        [.. _plan.Calls[call].Arguments.SelectMany(a => PlanSource.UserNames(a.From)).Where(n => !_told.ContainsKey(n)).Distinct(StringComparer.Ordinal)];

    private AgentTurn GiveUp() => new(ChatMessage.Assistant(_phrases.GiveUp()), GivesUp: true);

    private AgentTurn? Act(int call)
    {
        var planned = _plan.Calls[call];
        if (!_arguments.TryArguments(planned, out var arguments, out var computation))
        {
            return null;
        }

        var lead = _lead ?? (planned.Writes ? _phrases.BeforeWrite() : _phrases.BeforeRead());
        _lead = null;
        if (Mistaken(call, planned, arguments, lead) is { } mistaken)
        {
            return mistaken;
        }

        var calls = new List<ChatToolCall> { Call(planned.Tool, arguments.ToJson(), call) };
        if (_corrects)
        {
            lead = _phrases.Correction();
            _corrects = false;
        }
        else if (_parallel && !planned.Writes && planned.Expect is null)
        {
            AddIndependentReads(call, calls);
        }

        if (_mistakes.Take(call, MistakeKind.Repetition))
        {
            _made.Add("repetition");
            for (var i = 0; i < 5; i++)
            {
                calls.Add(Call(planned.Tool, arguments.ToJson(), -1));
            }
        }

        if (_mistakes.Take(call, MistakeKind.ExtraWrite))
        {
            _made.Add("extra_write");
            calls.Add(Call(planned.Tool, arguments.ToJson(), -1));
        }

        return Calling(string.Join(' ', new[] { lead, computation }.Where(t => !string.IsNullOrEmpty(t))), calls);
    }

    /// <summary>Adds the reads that directly follow, serve a wish already told, and do not depend on pending results.</summary>
    private void AddIndependentReads(int call, List<ChatToolCall> calls)
    {
        for (var next = call + 1; next < _plan.Calls.Count && calls.Count < 4; next++)
        {
            var planned = _plan.Calls[next];
            if (_done[next] || _mistakes.Any(next) || planned.Writes || planned.Expect is not null || planned.Wish != _plan.Calls[call].Wish
                || Missing(next).Count > 0 || !_arguments.TryArguments(planned, out var arguments, out var computation) || computation.Length > 0)
            {
                return;
            }

            calls.Add(Call(planned.Tool, arguments.ToJson(), next));
        }
    }

    private AgentTurn? Mistaken(int call, PlannedCall planned, Value arguments, string? lead)
    {
        if (_mistakes.Take(call, MistakeKind.MalformedCall))
        {
            _made.Add("malformed_call");
            var text = arguments.ToJson();
            _corrects = true;
            return Calling(lead, [Call(planned.Tool, text[..Math.Max(1, text.Length - 1)], -1)]);
        }

        if (_mistakes.Take(call, MistakeKind.ToolError) && MistakePlan.Omittable(planned, _environment) is { } omitted)
        {
            _made.Add("tool_error");
            _corrects = true;
            var rest = ArgumentTree.Leaves(arguments).Where(l => l.Pointer != omitted.Pointer);
            return Calling(lead, [Call(planned.Tool, ArgumentTree.Build(rest).ToJson(), -1)]);
        }

        if (_mistakes.Take(call, MistakeKind.WrongArgument) && _wrong.Of(planned) is var (pointer, wrong))
        {
            _made.Add("wrong_argument");
            _corrects = true;
            var changed = ArgumentTree.Leaves(arguments).Select(l => l.Pointer == pointer ? (l.Pointer, wrong) : l);
            return Calling(lead, [Call(planned.Tool, ArgumentTree.Build(changed).ToJson(), -1)]);
        }

        return null;
    }

    private ChatToolCall Call(string tool, string arguments, int plannedCall)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"call_{++_callNumber:d4}");
        _pending[id] = plannedCall;
        return new ChatToolCall(id, new ChatFunction(tool, arguments));
    }

    private static AgentTurn Calling(string? content, IReadOnlyList<ChatToolCall> calls) =>
        new(ChatMessage.Assistant(string.IsNullOrEmpty(content) ? null : content, calls)) { FinishReason = "tool_calls" };

    private AgentTurn Report(int wishes)
    {
        var last = Next() is null;
        if (_plan.ForbiddenBy is { } rule && last)
        {
            return new AgentTurn(ChatMessage.Assistant(_phrases.Refusal(rule)));
        }

        var wrote = false;
        for (var i = 0; i < _plan.Calls.Count; i++)
        {
            wrote |= _plan.Calls[i].Writes && _plan.Calls[i].Wish >= _reported && _plan.Calls[i].Wish < wishes;
        }

        // The last report repeats the earlier answers, because both a person and the judge want them in one place.
        var answers = new List<(string, Value)>();
        for (var i = 0; i < _plan.Answers.Count; i++)
        {
            var due = _plan.AnswerWishes[i] < wishes && (_plan.AnswerWishes[i] >= _reported || last);
            if (due && _resolver.TryResolve(_plan.Answers[i], null, out var value))
            {
                answers.Add((AgentPhrases.Label(_plan.Answers[i]), value));
            }
        }

        _reported = wishes;
        return new AgentTurn(ChatMessage.Assistant(_phrases.Report(wrote, answers, last)));
    }
}
