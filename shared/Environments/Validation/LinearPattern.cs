namespace AgentScaler.Environments.Validation;

/// <summary>
/// A regular expression of the subset that matches in time linear in the text: literals, classes, <c>.</c>, groups, alternatives, anchors at both ends and
/// bounded or unbounded repetition, with ECMAScript's meaning by code point. It runs as a set of states, never by backtracking. docs/states.md has the
/// grammar. The Python runtime has an equal implementation.
/// </summary>
internal sealed class LinearPattern
{
    private readonly PatternStep[] _steps;

    private LinearPattern(PatternStep[] steps) => _steps = steps;

    /// <summary>Null for a pattern outside the subset, which is then not enforced.</summary>
    public static LinearPattern? TryParse(string pattern) =>
        PatternParser.TryParse(pattern) is { } steps ? new LinearPattern([.. steps, new PatternStep(PatternStepKind.Match)]) : null;

    /// <summary>The most steps that one character may take.</summary>
    public int Size => _steps.Length;

    /// <summary>Whether the pattern occurs in the text.</summary>
    public bool Matches(string text)
    {
        var runes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            runes.Add(rune.Value);
        }

        var seen = new int[_steps.Length];
        var current = new List<int>();
        for (var at = 0; ; at++)
        {
            // An occurrence may begin at every position.
            if (Follow(0, at, runes.Count, seen, current))
            {
                return true;
            }

            if (at == runes.Count)
            {
                return false;
            }

            var states = current.ToArray();
            current.Clear();
            foreach (var state in states)
            {
                if (_steps[state].Accepts(runes[at]) && Follow(state + 1, at + 1, runes.Count, seen, current))
                {
                    return true;
                }
            }
        }
    }

    /// <summary>Adds the reading states that a state reaches without reading. Returns true if it reaches a match.</summary>
    private bool Follow(int start, int at, int end, int[] seen, List<int> reading)
    {
        var open = new Stack<int>([start]);
        while (open.TryPop(out var state))
        {
            if (seen[state] == at + 1)
            {
                continue;
            }

            seen[state] = at + 1;
            var step = _steps[state];
            switch (step.Kind)
            {
                case PatternStepKind.Match:
                    return true;
                case PatternStepKind.Read:
                    reading.Add(state);
                    break;
                case PatternStepKind.Begin when at == 0:
                case PatternStepKind.End when at == end:
                    open.Push(state + 1);
                    break;
                case PatternStepKind.Split:
                    open.Push(state + step.First);
                    open.Push(state + step.Second);
                    break;
                case PatternStepKind.Jump:
                    open.Push(state + step.First);
                    break;
                case PatternStepKind.Begin or PatternStepKind.End:
                    break;
                default:
                    throw new InvalidOperationException($"{step.Kind} is a step that is not taken.");
            }
        }

        return false;
    }
}
