using System.Globalization;
using AgentScaler.Proofs;

namespace AgentScaler.Materialization.Survey;

/// <summary>The figures of issue 3, added up over domains.</summary>
internal sealed class SurveyFigures
{
    private const int MaxReasons = 30;
    private const int MaxExamples = 60;
    private const int ExampleLength = 900;
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Domains, int Materialized, int Tools, int Executable)> _formats = new(StringComparer.Ordinal);
    private readonly List<string> _examples = [];
    private readonly List<(double Seconds, string Slug, int Tools)> _slow = [];
    private int _refusing, _mismatches, _tables, _broken, _fewCalls;
    private long _calls, _differential, _mutants, _killed, _killedAcross, _lawsAcross, _equivalent;
    private readonly List<ToolChecks> _checks = [];
    private double _conforming;
    private int _conformingCalls;

    public void Add(DomainLine line)
    {
        var executable = line.Checks.Count(c => c is { TypeChecked: true, Executed: true });
        var format = _formats.GetValueOrDefault(line.Format);
        _formats[line.Format] = (format.Domains + 1, format.Materialized + (line is { Rejection: null, Threw: null } ? 1 : 0), format.Tools + line.Tools,
            format.Executable + executable);
        _tables += line.Tables;
        _slow.Add((line.Seconds, line.Slug, line.Tools));
        if (line.Rejection is { } rejection)
        {
            Reason("rejected: " + Short(rejection), $"{line.Slug}: {rejection}");
        }

        if (line.Threw is { } threw)
        {
            Reason("threw " + Short(threw), $"{line.Slug} {threw}");
        }

        foreach (var does in line.Does.Values)
        {
            _kinds[does] = _kinds.GetValueOrDefault(does) + 1;
        }

        foreach (var check in line.Checks)
        {
            Add(line, check);
        }
    }

    public void Print(TimeSpan time, long peak, TextWriter text)
    {
        var (domains, materialized) = (_formats.Values.Sum(f => f.Domains), _formats.Values.Sum(f => f.Materialized));
        var (tools, executable) = (_formats.Values.Sum(f => f.Tools), _formats.Values.Sum(f => f.Executable));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"domains {domains}, materialized {materialized} ({Share(materialized, domains)}), tables {_tables}, this run {time.TotalSeconds:0.0} s, peak {peak / 1e6:0} MB"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"tools {tools}, executable {executable} ({Share(executable, tools)}), refuse invalid {_refusing} ({Share(_refusing, tools)}), with a broken law {_broken}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"successful calls {_calls}, conforming {(_conformingCalls == 0 ? 0 : _conforming / _conformingCalls):P2}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"differential calls {_differential}, mismatches {_mismatches}, tools with fewer than 100 calls {_fewCalls}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"mutants {_mutants}, killed {_killed} ({Share(_killed, _mutants)}), {_killedAcross} of them by laws across tools alone, equivalent set apart {_equivalent}; a tool takes part in {(double)_lawsAcross / Math.Max(1, tools):0.0} laws across tools"));
        var known = FidelityFigures.Of(_checks);
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"fidelity {(known.Tools == 0 ? 0 : known.Held / known.Tools):P1} over {known.Tools} tools with documented examples or errors; examples replayed of {known.ToolsWithExamples} tools, errors of {known.ToolsWithErrors}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  requests {known.Requests.Held} of {known.Requests.Facts}, responses {known.Responses.Held} of {known.Responses.Facts}, errors {known.Errors.Held} of {known.Errors.Facts}, outside {known.ErrorsOutside}"));
        text.WriteLine("kinds: " + string.Join(", ", _kinds.Select(k => $"{k.Key} {k.Value}")));
        foreach (var (format, f) in _formats)
        {
            text.WriteLine($"format {format}: domains {f.Domains}, materialized {f.Materialized}; tools {f.Tools}, executable {f.Executable}");
        }

        foreach (var (reason, count) in _reasons.OrderByDescending(r => r.Value).Take(MaxReasons))
        {
            text.WriteLine($"  {count} x {reason}");
        }

        foreach (var example in _examples.Take(MaxExamples))
        {
            text.WriteLine("  e.g. " + (example.Length > ExampleLength ? example[..ExampleLength] : example));
        }

        foreach (var (seconds, slug, count) in _slow.OrderByDescending(s => s.Seconds).Take(5))
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slow {seconds:0.00} s {slug} ({count} tools)"));
        }
    }

    private void Add(DomainLine line, ToolChecks check)
    {
        _refusing += check.RefusedInvalid ? 1 : 0;
        _calls += check.SuccessfulCalls;
        _differential += check.DifferentialCalls;
        _mismatches += check.DifferentialMismatches;
        _fewCalls += check.DifferentialCalls < 100 ? 1 : 0;
        _mutants += check.Mutants;
        _killed += check.MutantsKilled;
        _killedAcross += check.KilledAcrossTools;
        _lawsAcross += check.LawsAcrossTools.Values.Sum();
        _equivalent += check.EquivalentMutants;
        _broken += check.BrokenLaws.Count > 0 ? 1 : 0;
        _conforming += check.Conforming * check.SuccessfulCalls;
        _conformingCalls += check.SuccessfulCalls;
        _checks.Add(check);
        foreach (var miss in check.FidelityFacts?.Misses ?? [])
        {
            Reason("miss: " + Short(miss), $"{line.Slug} {check.Name}: {miss}");
        }

        if (check.Detail is { } detail)
        {
            Reason(Short(detail), $"{line.Slug} {check.Name}: {detail}");
        }

        foreach (var survivor in check.Survivors)
        {
            Reason($"survivor {line.Does.GetValueOrDefault(check.Name)}: {survivor.Split(' ')[0]}", $"{line.Slug} {check.Name}: survives {survivor}");
        }

        foreach (var law in check.BrokenLaws.Take(1))
        {
            Reason("law: " + Short(law), $"{line.Slug} {check.Name}: {law}");
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
