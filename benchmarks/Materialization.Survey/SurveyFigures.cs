using System.Globalization;
using AgentScaler.Materialization.Proofs;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Survey;

/// <summary>The figures of issue 3, added up over domains.</summary>
internal sealed class SurveyFigures
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly List<string> _examples = [];
    private int _domains, _materialized, _tools, _executable, _refusing, _mismatches, _tables, _broken;
    private long _calls, _differential, _mutants, _killed, _equivalent;
    private double _conforming;
    private int _conformingTools;
    private readonly List<ToolChecks> _checks = [];

    public void Add(ToolDomain domain, int tools, MaterializedDomain result)
    {
        lock (_gate)
        {
            _domains++;
            if (!result.Materialized)
            {
                Reason("rejected: " + Short(result.Rejection!), domain.Slug);
            }
            else
            {
                _materialized++;
                _tables += result.Definition!.Schema.Tables.Count;
            }

            _tools += tools;
            foreach (var tool in result.Description.Tools)
            {
                _kinds[tool.Does] = _kinds.GetValueOrDefault(tool.Does) + 1;
            }

            _checks.AddRange(result.Checks.Tools);
            foreach (var check in result.Checks.Tools)
            {
                _executable += check is { TypeChecked: true, Executed: true } ? 1 : 0;
                _refusing += check.RefusedInvalid ? 1 : 0;
                _calls += check.SuccessfulCalls;
                _differential += check.DifferentialCalls;
                _mismatches += check.DifferentialMismatches;
                _mutants += check.Mutants;
                _killed += check.MutantsKilled;
                _equivalent += check.EquivalentMutants;
                _broken += check.BrokenLaws.Count > 0 ? 1 : 0;
                if (check.SuccessfulCalls > 0)
                {
                    _conforming += check.Conforming * check.SuccessfulCalls;
                    _conformingTools += check.SuccessfulCalls;
                }

                if (check.Detail is { } detail)
                {
                    Reason(Short(detail), $"{domain.Slug} {check.Name}: {detail}");
                }

                foreach (var survivor in check.Survivors)
                {
                    var does = result.Description.Tools.FirstOrDefault(t => t.Name == check.Name)?.Does;
                    Reason($"survivor {does}: {survivor.Split(' ')[0]}", $"{domain.Slug} {check.Name}: survives {survivor}");
                }

                foreach (var miss in check.FidelityFacts?.Misses ?? [])
                {
                    Reason("miss: " + Short(miss), $"{domain.Slug} {check.Name}: {miss}");
                }

                foreach (var law in check.BrokenLaws.Take(1))
                {
                    Reason("law: " + Short(law), $"{domain.Slug} {check.Name}: {law}");
                }
            }
        }
    }

    public void Threw(ToolDomain domain, int tools, Exception exception)
    {
        lock (_gate)
        {
            _domains++;
            _tools += tools;
            Reason($"threw {exception.GetType().Name} {Short(exception.Message)}", $"{domain.Slug} {exception}");
        }
    }

    public void Print(TimeSpan time, TextWriter text)
    {
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"domains {_domains}, materialized {_materialized} ({Share(_materialized, _domains)}), tables {_tables}, seconds {time.TotalSeconds:0.0} ({_domains / Math.Max(0.001, time.TotalSeconds):0.0} domains/s)"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tools {_tools}, executable {_executable} ({Share(_executable, _tools)}), refuse invalid {_refusing} ({Share(_refusing, _tools)}), with a broken law {_broken}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"successful calls {_calls}, conforming {(_conformingTools == 0 ? 0 : _conforming / _conformingTools):P2}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"differential calls {_differential}, mismatches {_mismatches}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mutants {_mutants}, killed {_killed} ({Share(_killed, _mutants)}), equivalent set apart {_equivalent}"));
        var known = FidelityFigures.Of(_checks);
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fidelity {(known.Tools == 0 ? 0 : known.Held / known.Tools):P1} over {known.Tools} tools with documented examples or errors; examples replayed of {known.ToolsWithExamples} tools, errors of {known.ToolsWithErrors}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  requests {known.Requests.Held} of {known.Requests.Facts}, responses {known.Responses.Held} of {known.Responses.Facts}, errors {known.Errors.Held} of {known.Errors.Facts}, outside {known.ErrorsOutside}"));
        text.WriteLine("kinds: " + string.Join(", ", _kinds.Select(k => $"{k.Key} {k.Value}")));
        foreach (var (reason, count) in _reasons.OrderByDescending(r => r.Value).Take(25))
        {
            text.WriteLine($"  {count} x {reason}");
        }

        foreach (var example in _examples.Take(40))
        {
            text.WriteLine("  e.g. " + (example.Length > 900 ? example[..900] : example));
        }
    }

    private void Reason(string reason, string example)
    {
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        if (_reasons[reason] <= 2)
        {
            _examples.Add(example);
        }
    }

    private static string Short(string text)
    {
        var line = new string([.. text.Split('\n')[0].Where(c => !char.IsAsciiDigit(c))]);
        return line.Length > 90 ? line[..90] : line;
    }

    private static string Share(long part, long whole) => whole == 0 ? "-" : ((double)part / whole).ToString("P2", CultureInfo.InvariantCulture);
}
