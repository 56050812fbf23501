using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides what each tool does, from its verb, its key, its inputs and the form of its result.</summary>
internal static class SketchKinds
{
    public static Dictionary<ToolReading, Decided<EffectKind>> Choose(IReadOnlyList<ToolReading> readings, InferenceHints hints)
    {
        var written = readings.Where(r => !r.Reads).Select(r => r.Resource).ToHashSet(StringComparer.Ordinal);
        var counts = readings.GroupBy(r => r.Resource, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var kinds = new Dictionary<ToolReading, Decided<EffectKind>>();
        foreach (var reading in readings)
        {
            if (hints.Kind(reading.Tool.Name) is { } said)
            {
                kinds[reading] = new(said.Value, said.Source);
                reading.Evidence.Add("What the tool does was set by an override.");
                continue;
            }

            if (hints.Targets.GetValueOrDefault(reading.Tool.Name) is { } target && Keys.Parameter(reading) is not null)
            {
                kinds[reading] = new(EffectKinds.The<TransitionKind>(), target.Source);
                reading.Evidence.Add($"A correction says that it leads to {target.Value}.");
                continue;
            }

            if (reading.Entry is { } entry)
            {
                kinds[reading] = new(entry, Source.Schema);
                continue;
            }

            if (reading.Account is not null)
            {
                kinds[reading] = new(EffectKinds.The<CreateKind>(), Source.Convention);
                continue;
            }

            if (reading.Setting is not null)
            {
                kinds[reading] = new(EffectKinds.The<UpdateKind>(), Source.Convention);
                continue;
            }

            if (hints.Unanswerable.TryGetValue(reading.Tool.Name, out var why))
            {
                kinds[reading] = new(EffectKinds.The<LookupKind>(), Source.Recording);
                reading.Evidence.Add($"No row can be found by its arguments, so it answers from them. As a read of {reading.Resource}: {why}");
                continue;
            }

            if (hints.Dump is not null && reading is { Reads: true, Noun: null, Located: false } && !written.Contains(reading.Resource))
            {
                kinds[reading] = new(EffectKinds.The<LookupKind>(), Source.Convention);
                reading.Evidence.Add("The adopted state holds nothing that its words mean, so it answers from its arguments.");
                continue;
            }

            var kind = EffectKinds.Recognise(new Clues(reading, written.Contains(reading.Resource) || counts[reading.Resource] > 1));
            kinds[reading] = new(kind, reading.Located ? Source.Schema : Source.Convention);
            reading.Evidence.Add(Because(reading, kind));
        }

        return kinds;
    }

    /// <summary>The array parameter whose items are rows, where the tool has little beside it.</summary>
    public static ToolParameter? ArrayOfObjects(ToolReading reading)
    {
        var own = reading.Parameters.Where(p => p.Role == ParameterRole.Field && !p.InPath).ToList();
        return own.Count is 1 or 2
            ? own.FirstOrDefault(p => p.Required && p.Node.Kind == NodeKind.Array && p.Node.Items.Kind == NodeKind.Object && p.Node.Items.Properties.Count > 0
            && (Words.Singular(p.Name.ToLowerInvariant()) == reading.Resource
                || p.Words[^1] is "items" or "records" or "rows" or "entries" or "data" or "body")) : null;
    }

    private static string Because(ToolReading reading, EffectKind kind) =>
        reading.Tool.Http is { } http && http.Path.Length > 0
            ? $"{http.Method} {http.Path} is read as {kind.Word} on {reading.Resource}."
            : $"The name {reading.Tool.Name}{(reading.Verb.Length > 0 ? $" with the verb \"{reading.Verb}\"" : "")} is read as {kind.Word} on {reading.Resource}.";
}
