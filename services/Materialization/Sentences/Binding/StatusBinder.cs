using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>
/// The statuses from which the documentation and the declared refusals let an act start: "a booking that has sailed cannot be
/// cancelled", "only a pending order can be changed", 409 "The order is shipped already".
/// </summary>
internal sealed class StatusBinder
{
    private static readonly string[] Conflicts = ["409", "412", "423"];

    private readonly DomainPlan _plan;
    private readonly ToolReading _reading;
    private readonly ColumnPlan _status;
    private readonly ColumnStates _values;
    private readonly HashSet<Value> _never = [];
    private readonly HashSet<Value> _later = [];
    private HashSet<Value>? _only;

    private StatusBinder(DomainPlan plan, ToolReading reading, ColumnPlan status)
    {
        (_plan, _reading, _status) = (plan, reading, status);
        var own = OtherActs.Own(reading);
        _values = new ColumnStates(status.Enum!, [reading.Verb, .. reading.Said], own);
        foreach (var sentence in reading.Sentences.Where(s => s is { Parameter: null, Status: null })
            .Select(s => OtherActs.Without(s, own, status.Enum)).OfType<Sentence>())
        {
            Read(sentence);
        }

        foreach (var refusal in reading.Sentences.Where(s => Conflicts.Contains(s.Status)))
        {
            Read(refusal);
        }
    }

    /// <summary>Narrows the statuses that a step starts from to those that its documentation allows.</summary>
    public static IReadOnlyList<Value> Narrow(DomainPlan plan, ToolReading reading, ColumnPlan status, Value target, IReadOnlyList<Value> from) =>
        new StatusBinder(plan, reading, status).Allowed([.. status.Enum!.Where(v => v.IsString && v != target)], from) ?? from;

    /// <summary>The statuses in which a row may be changed or deleted; null where nothing says so.</summary>
    public static IReadOnlyList<Value>? Of(DomainPlan plan, ToolReading reading, ColumnPlan status) =>
        new StatusBinder(plan, reading, status).Allowed(status.Enum!, status.Enum!);

    /// <summary>Whether the documentation says that doing it again is no mistake: "idempotent", "voiding it again is no error".</summary>
    public static bool Repeats(ToolReading reading) =>
        reading.Sentences.Any(s => s is { Parameter: null, Status: null } && s.Meanings.OfType<MayRepeat>().Any());

    private List<Value>? Allowed(IReadOnlyList<Value> all, IReadOnlyList<Value> usual)
    {
        if (_only is null && _never.Count == 0)
        {
            return null;
        }

        var left = (_only is null ? usual : all.Where(_only.Contains)).Where(v => !_never.Contains(v)).ToList();
        left = left.Exists(v => !_later.Contains(v)) ? left.FindAll(v => !_later.Contains(v)) : left;
        if (left.Count == 0 || (left.Count == usual.Count && usual.All(left.Contains)))
        {
            // Statements that leave nothing contradict each other or were misread; those that take nothing away say nothing new.
            return null;
        }

        _reading.Evidence.Add($"The documentation allows it while {_status.Name} is {string.Join(", ", left.Select(v => v.ToJson()))}.");
        return left;
    }

    private void Read(Sentence sentence)
    {
        foreach (var meaning in _values.Read(sentence))
        {
            var named = meaning.States.Select(_values.Named).ToList();
            if (named.Exists(v => v.Count == 0) || IsOfAnother(meaning.Thing, named.SelectMany(v => v)))
            {
                continue;
            }

            var values = named.SelectMany(v => v).ToList();
            if (meaning.Demanded)
            {
                _only = _only is null ? [.. values] : [.. _only.Intersect(values)];
                continue;
            }

            _never.UnionWith(values);
            if (IsNotYet(sentence.Words))
            {
                _later.UnionWith(values.SelectMany(v => _status.Enum!.SkipWhile(a => a != v)));
            }
        }
    }

    /// <summary>"The customer is blocked" is said of a customer where customers can be blocked, whatever an invoice can be.</summary>
    private bool IsOfAnother(string thing, IEnumerable<Value> values)
    {
        var noun = Words.Singular(thing.Split(' ')[^1]);
        return noun != _reading.Resource.Split('_')[^1] && _plan.Tables.Exists(t => t.Singular.Split('_')[^1] == noun
            && !t.Columns.Contains(_status) && values.All(v => t.Columns.Exists(c => c.Enum?.Contains(v) == true
                || c.Words.SequenceEqual(Words.Split(v.AsString)))));
    }

    /// <summary>Whether something is said not to have happened: what an enumeration lists after it has not happened either.</summary>
    private static bool IsNotYet(string words) => words.Contains("has not ", StringComparison.Ordinal) || words.Contains("have not ", StringComparison.Ordinal)
        || words.Contains("not yet ", StringComparison.Ordinal);
}
