using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Paths;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Dependencies;

/// <summary>
/// Finds the dependencies that hold in an environment by calls. The producer is called, a new value of its result is given to the consumer, and the
/// consumer is called again with a value that no result gave. If the two calls of the consumer differ by more than the value itself, the consumer
/// depends on the producer.
/// </summary>
internal sealed class DependencyProbe
{
    private const int Samples = 3;
    private const int Attempts = 6;
    private const int ValuesTried = 3;

    private static readonly Value Mark = "\u0001";

    private readonly DomainModel _domain;
    private readonly PathDraft _draft;
    private readonly ArgumentFiller _filler;
    private readonly SavePoint _start;
    private readonly string _initial;
    private readonly Dictionary<string, List<Production>> _produced = new(StringComparer.Ordinal);

    private DependencyProbe(DomainModel domain, long seed)
    {
        _domain = domain;
        _draft = new PathDraft(domain, SeededRandom.Of(seed, "dependencies", domain.Environment.Definition.Id));
        _filler = new ArgumentFiller(_draft, maxCalls: 2, (_, _) => false, knowsAll: true) { Pastes = true };
        _start = _draft.Save();
        _initial = _draft.Hash;
    }

    /// <summary>A call of a producer: the state after it, its argument values, and its result.</summary>
    private sealed record Production(SavePoint After, HashSet<Value> Given, Value Result);

    /// <summary>Returns the verdict on each dependency of the domain.</summary>
    public static IReadOnlyDictionary<DomainEdge, DependencyVerdict> Of(DomainModel domain, long seed)
    {
        var probe = new DependencyProbe(domain, seed);
        return domain.Edges.Distinct().ToDictionary(e => e, probe.Judge);
    }

    private DependencyVerdict Judge(DomainEdge edge)
    {
        if (edge.Target is not { } parameter)
        {
            return DependencyVerdict.NoParameter;
        }

        var calls = Produced(edge.From);
        if (calls.Count == 0)
        {
            return DependencyVerdict.ProducerFails;
        }

        var produced = calls.SelectMany(c => DependencyPath.Values(c.Result, edge.Field).Where(v => !v.IsNull).Distinct().Select(v => (Call: c, Value: v)))
            .ToList();
        if (produced.Count == 0)
        {
            return DependencyVerdict.NotProduced;
        }

        var fresh = produced.Where(p => !p.Call.Given.Contains(p.Value)).DistinctBy(p => p.Value).Take(ValuesTried).ToList();
        if (fresh.Count == 0)
        {
            return DependencyVerdict.Echo;
        }

        var best = DependencyVerdict.Refused;
        foreach (var (call, value) in fresh)
        {
            for (var attempt = 0; attempt < ValuesTried && best != DependencyVerdict.Verified; attempt++)
            {
                _draft.Restore(call.After);
                var verdict = Hand(edge.To, parameter, value, call);
                best = verdict is { } found && (found == DependencyVerdict.Verified
                    || best == DependencyVerdict.Refused
                    || (found == DependencyVerdict.Needless && best == DependencyVerdict.Indifferent)) ? found : best;
            }
        }

        return best;
    }

    /// <summary>Returns successful calls of a tool on the initial state, with the argument values and the state afterwards.</summary>
    private List<Production> Produced(ToolModel tool)
    {
        if (_produced.TryGetValue(tool.Name, out var known))
        {
            return known;
        }

        var made = new List<Production>();
        for (var attempt = 0; attempt < Attempts && made.Count < Samples; attempt++)
        {
            _draft.Restore(_start);
            var all = attempt % 2 == 1;
            if (_filler.Fill(tool, new RowChooser(_draft, share: false), p => all && tool.Writes && p.Stated is null, 0) is { } filled
                && _draft.Call(tool, filled) is { Ok: true } result)
            {
                // Every call starts from the beginning, so only the state is restored.
                made.Add(new Production(_draft.Save() with { Calls = 0, Sightings = 0 }, [.. filled.Select(f => f.Value)], result.Result));
            }
        }

        return _produced[tool.Name] = made;
    }

    /// <summary>Returns the verdict of giving a value to the consumer; null if the consumer does not know the value.</summary>
    private DependencyVerdict? Hand(ToolModel tool, ParameterModel parameter, Value value, Production producer)
    {
        var before = _draft.Save();
        var binding = tool.BindingsOf(parameter.Pointer).OrderBy(b => _domain.IsKey(b.Table, b.Column) ? 0 : 1).FirstOrDefault();
        var rows = new RowChooser(_draft, share: false);
        if (binding is not null && _domain.Target(binding.Table, binding.Column) is var target && _domain.Table(target.Table)?.Key == target.Column
            && _draft.Rows.Find(target.Table, value) is { } row)
        {
            rows.Fix(RowKey.Of(_domain.Table(target.Table)!.Schema, row));
        }

        var supplied =
            new Dictionary<string, FilledArgument>(StringComparer.Ordinal) { [parameter.Pointer] = new(parameter, value, PlanSource.User(""), binding) };
        if (_filler.Fill(tool, rows, _ => false, 0, supplied) is not { } filled)
        {
            return null;
        }

        var with = Outcome(tool, filled, parameter, value, before);
        // A row that is in use or in the wrong state is still known, whereas another value is not found.
        if (with.Error is { } refused && refused is not (ErrorCode.Conflict or ErrorCode.PreconditionFailed))
        {
            return null;
        }

        var without = Others(value, parameter).Select(other => (Other: other, Made: Outcome(tool, filled, parameter, other, before)))
            .FirstOrDefault(o => o.Made.Error != ErrorCode.InvalidArguments);
        if (without.Other.IsNull
            || (without.Made.Error == with.Error && Masked(without.Made.Effect, value, without.Other) == Masked(with.Effect, value, without.Other)))
        {
            return with.Error is null ? DependencyVerdict.Indifferent : null;
        }

        var needed = with.Error is not null || (tool.Writes ? with.State != _initial : TellsMore(with.Result, producer, filled));
        return needed ? DependencyVerdict.Verified : DependencyVerdict.Needless;
    }

    /// <summary>
    /// Returns the outcome of a call. The effect of a read is its result; the effect of a write is its change, because its result may only repeat its
    /// arguments.
    /// </summary>
    private (ErrorCode? Error, Value Result, Value Effect, string State) Outcome(ToolModel tool, List<FilledArgument> filled, ParameterModel parameter,
        Value value, SavePoint before)
    {
        _draft.Restore(before);
        var result = _draft.Call(tool, [.. filled.Select(f => f.Parameter == parameter ? f with { Value = value } : f)]);
        return result.Ok
            ? (null, result.Result, tool.Writes ? _draft.Diff() : result.Result, tool.Writes ? _draft.Hash : "")
            : (result.Error!.Code, Value.Null, Value.Null, "");
    }

    /// <summary>Whether a result tells a value that neither the producer nor the caller has told.</summary>
    private static bool TellsMore(Value result, Production producer, List<FilledArgument> filled)
    {
        var known = ArgumentTree.Leaves(producer.Result).Select(l => l.Leaf).Concat(filled.Select(f => f.Value)).ToHashSet();
        return (ColumnNature.Speakable(result) && !known.Contains(result))
            || ArgumentTree.Leaves(result)
                .Any(l => ColumnNature.Speakable(l.Leaf) && !(l.Leaf.IsString && ColumnNature.LooksInternal(l.Leaf.AsString)) && !known.Contains(l.Leaf));
    }

    /// <summary>Returns a tree in which two values look the same.</summary>
    private static Value Masked(Value tree, Value one, Value other) => tree.Kind switch
    {
        ValueKind.Array => Value.From(tree.AsArray.ToArray().Select(item => Masked(item, one, other))),
        ValueKind.Object => Value.Object([.. tree.AsObject.Select(m => (m.Key, Masked(m.Value, one, other)))]),
        _ => tree == one || tree == other ? Mark : tree,
    };

    /// <summary>Returns values of the same form that no result gave.</summary>
    private static IEnumerable<Value> Others(Value value, ParameterModel parameter)
    {
        if (parameter.Enum is { } allowed)
        {
            return allowed.Where(v => v != value);
        }

        return value.Kind switch
        {
            ValueKind.Boolean => [value.IsTrue ? Value.False : Value.True],
            ValueKind.Number when value.IsInteger => [value.AsInteger + 7919, Math.Max(1, value.AsInteger / 2), value.AsInteger + 1],
            ValueKind.Number => [value.AsNumber + 0.5],
            ValueKind.String => new[] { Turned(value.AsString, char.IsAsciiDigit), Turned(value.AsString, char.IsAsciiLetter) }.Where(v => !v.IsNull),
            _ => [],
        };
    }

    /// <summary>Returns the same form with other characters of one kind: digits for digits, letters for letters.</summary>
    private static Value Turned(string text, Func<char, bool> kind)
    {
        var turned = string.Concat(text.Select(c => !kind(c)
            ? c
            : char.IsAsciiDigit(c)
            ? (char)('0' + ((c - '0' + 3) % 10))
            : char.IsAsciiLetterLower(c)
            ? (char)('a' + ((c - 'a' + 3) % 6))
            : (char)('A' + ((c - 'A' + 3) % 6))));
        return turned == text ? Value.Null : turned;
    }
}
