using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides what each tool does, from its verb, its key, its inputs and the form of its result.</summary>
internal static class IntentKinds
{
    public static Dictionary<ToolReading, IntentKind> Choose(IReadOnlyList<ToolReading> readings, InferenceHints hints)
    {
        var written = readings.Where(r => !r.Reads).Select(r => r.Resource).ToHashSet(StringComparer.Ordinal);
        var counts = readings.GroupBy(r => r.Resource, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var kinds = new Dictionary<ToolReading, IntentKind>();
        foreach (var reading in readings)
        {
            if (hints.Kind(reading.Tool.Name) is { } said)
            {
                kinds[reading] = said;
                reading.Evidence.Add("What the tool does was set by an override.");
                continue;
            }

            if (hints.Unanswerable.TryGetValue(reading.Tool.Name, out var why))
            {
                kinds[reading] = IntentKind.Lookup;
                reading.Evidence.Add($"No row can be found by its arguments, so it answers from them. As a read of {reading.Resource}: {why}");
                continue;
            }

            var shared = written.Contains(reading.Resource) || counts[reading.Resource] > 1;
            kinds[reading] = reading.Reads ? Reading(reading, shared) : Writing(reading);
            reading.Evidence.Add(Because(reading, kinds[reading]));
        }

        return kinds;
    }

    private static IntentKind Reading(ToolReading reading, bool shared)
    {
        var http = reading.Located;
        var key = Keys.Parameter(reading);
        switch (reading.VerbClass)
        {
            case VerbClass.Compute or VerbClass.Lookup:
                return reading.Result.Kind == ResultKind.Collection && shared && key is null && reading.VerbClass == VerbClass.Lookup ? IntentKind.List : IntentKind.Lookup;
            case VerbClass.Count:
                return reading.Result.Kind is ResultKind.Collection ? IntentKind.List : IntentKind.Count;
            case VerbClass.Check:
                return key is not null && (shared || http) && reading.Result.Kind != ResultKind.Scalar ? IntentKind.Get : IntentKind.Lookup;
        }

        var many = reading.Result.Kind == ResultKind.Collection
            || (reading.Result.Kind == ResultKind.Unknown && (reading.VerbClass is VerbClass.List or VerbClass.Search || (reading.Plural && key is null)));
        if (many)
        {
            return IntentKind.List;
        }

        if (reading.OnItem || (key is not null && (reading.Result.Kind != ResultKind.Scalar || http)))
        {
            return IntentKind.Get;
        }

        var inputs = reading.Parameters.Count(p => p.Role is not ParameterRole.Boilerplate);
        var grounded = shared && reading.Result.Kind == ResultKind.Entity && (key is not null || inputs == 0 || http);
        if (grounded || (http && reading.Result.Kind == ResultKind.Entity && reading.Parents.Count > 0))
        {
            return IntentKind.Get;
        }

        return reading.VerbClass is VerbClass.List && reading.Result.Kind == ResultKind.Entity && shared ? IntentKind.Get
            : inputs == 0 && reading.Result.Kind == ResultKind.Entity ? IntentKind.Get
            : IntentKind.Lookup;
    }

    private static IntentKind Writing(ToolReading reading)
    {
        var key = Keys.Parameter(reading);
        switch (reading.VerbClass)
        {
            case VerbClass.Create or VerbClass.Send:
                return reading.OnItem && reading.Tool.Http?.Method.ToUpperInvariant() is "PUT" or "PATCH" ? IntentKind.Update : ArrayOfObjects(reading) is not null ? IntentKind.CreateMany : IntentKind.Create;
            case VerbClass.Upsert:
                return key is null ? IntentKind.Create : IntentKind.Upsert;
            case VerbClass.Update:
                return key is null && reading.Parameters.Count(p => p.Role == ParameterRole.Field) > 0 && reading.Parents.Count == 0 && !reading.Located ? IntentKind.Create : IntentKind.Update;
            case VerbClass.Delete:
                return key is null ? IntentKind.DeleteMany : IntentKind.Delete;
            case VerbClass.Unlink:
                return Marks(reading, key) ? IntentKind.Update : key is not null || reading.Parameters.Count(p => p.Required) > 0 ? IntentKind.Unlink : IntentKind.DeleteMany;
            case VerbClass.Transition:
                return key is null ? IntentKind.Create : IntentKind.Transition;
            case VerbClass.Link:
                return Marks(reading, key) ? IntentKind.Update : key is not null && reading.Parameters.Any(p => p != key && p.Role == ParameterRole.Field) ? IntentKind.Link : IntentKind.Create;
            case VerbClass.Transfer:
                return TransferRoles.Of(reading) is null ? IntentKind.Create : IntentKind.Transfer;
            default:
                return IntentKind.Create;
        }
    }

    /// <summary>A tool that takes nothing but one thing's key, and is called by a mark, marks that thing.</summary>
    private static bool Marks(ToolReading reading, ToolParameter? key) => key is not null && Flags.AreSaid(reading)
        && reading.Parameters.All(p => p == key || p.InPath || p.Role != ParameterRole.Field);

    /// <summary>The array parameter whose items are rows, where the tool has little beside it.</summary>
    public static ToolParameter? ArrayOfObjects(ToolReading reading)
    {
        var own = reading.Parameters.Where(p => p.Role == ParameterRole.Field && !p.InPath).ToList();
        return own.Count is 1 or 2 ? own.FirstOrDefault(p => p.Required && p.Node.Kind == NodeKind.Array && p.Node.Items.Kind == NodeKind.Object && p.Node.Items.Properties.Count > 0
            && (Words.Singular(p.Name.ToLowerInvariant()) == reading.Resource || p.Words[^1] is "items" or "records" or "rows" or "entries" or "data" or "body")) : null;
    }

    private static string Because(ToolReading reading, IntentKind kind) =>
        reading.Tool.Http is { } http && http.Path.Length > 0
            ? $"{http.Method} {http.Path} is read as {kind} on {reading.Resource}."
            : $"The name {reading.Tool.Name}{(reading.Verb.Length > 0 ? $" with the verb \"{reading.Verb}\"" : "")} is read as {kind} on {reading.Resource}.";
}
