using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs.AcrossTools;

/// <summary>Finds the laws that hold between the tools of a domain, by what each does to which table.</summary>
internal static class LawFinder
{
    private const int CallsPerLaw = 2;
    private const int LawsPerTable = 80;

    public static IReadOnlyList<LawAcrossTools> Of(IReadOnlyList<ToolSubject> subjects)
    {
        subjects = [.. subjects.Where(s => !s.Model.Unjudged && s.Model.Guarded.Count == 0)];
        var laws = new List<LawAcrossTools>();
        foreach (var table in subjects.Select(s => s.Model.Table).OfType<TableModel>().Distinct().OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            laws.AddRange(Of(table, subjects).Where(l => l.Calls.Count > 0).Take(LawsPerTable));
        }

        return laws;
    }

    private static IEnumerable<LawAcrossTools> Of(TableModel table, IReadOnlyList<ToolSubject> subjects)
    {
        var own = subjects.Where(s => s.Model.Table == table).ToList();
        var gets = own.Where(s => s.Model.Effect is GetEffect && s.Model.Key?.Column == table.Key).ToList();
        var lists = own.Where(s => s.Model.Effect is ListEffect).OrderBy(s => s.Model.Scope.Count + s.Model.Filters.Count(f => f.Parameter.Required)).ToList();
        var writers = own.Where(s => s.Model.Writes && Then(s.Model.Effect) is not null).ToList();
        foreach (var (i, writer) in writers.Index())
        {
            // Every writer is held against one reader of each kind; the first of its kind against all of them.
            var foremost = writers.Take(i).All(w => Then(w.Model.Effect) != Then(writer.Model.Effect));
            var (get, list) = Then(writer.Model.Effect)!.Value;
            foreach (var reader in foremost ? gets : gets.Take(1))
            {
                yield return Law(get, writer, reader);
            }

            foreach (var reader in foremost ? lists : lists.Take(1))
            {
                yield return Law(list, writer, reader);
            }

            foreach (var child in get == LawForm.DeleteThenGet ? subjects.Where(s => s.Model is { Effect: GetEffect, Table: { } t }
                && t.Parent == table.Name
                && s.Model.Key?.Column == t.Key).Take(CallsPerLaw) : [])
            {
                yield return Law(LawForm.DeleteThenGetChild, writer, child);
            }
        }

        if ((gets.FirstOrDefault() ?? lists.FirstOrDefault()) is not { } witness)
        {
            yield break;
        }

        foreach (var writer in own.Where(s => s.Model.Writes))
        {
            yield return new LawAcrossTools(LawForm.FailureThenRead, writer, witness,
                [.. writer.Refusals.Take(CallsPerLaw).Select(r => (r.Arguments, (ObjectValue?)null))]);
        }

        foreach (var reader in own.Where(s => !s.Model.Writes && s != witness))
        {
            yield return Law(LawForm.ReadThenRead, reader, witness);
        }
    }

    private static LawAcrossTools Law(LawForm form, ToolSubject first, ToolSubject second) => new(form, first, second, [.. first.Probes.Take(CallsPerLaw)]);

    /// <summary>The laws that bind a writer to a reader of one row and to a list.</summary>
    private static (LawForm Get, LawForm List)? Then(Effect effect) => effect switch
    {
        CreateEffect => (LawForm.CreateThenGet, LawForm.CreateThenList),
        UpdateEffect or UpsertEffect or TransitionEffect or LinkEffect or UnlinkEffect => (LawForm.UpdateThenGet, LawForm.UpdateThenList),
        DeleteEffect => (LawForm.DeleteThenGet, LawForm.DeleteThenList),
        _ => null,
    };
}
