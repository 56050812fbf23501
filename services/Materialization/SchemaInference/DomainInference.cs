using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.SchemaInference.Queries;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Infers the database of a domain from its tools: resources become tables, results and inputs columns, and every tool
/// an sketch over them.
/// </summary>
internal static class DomainInference
{
    public static DomainModel Infer(IReadOnlyList<ToolReading> readings, InferenceHints hints) => ModelFinisher.Finish(Sketch(readings, hints));

    /// <summary>The plan as it stands before it is finished.</summary>
    public static DomainPlan Sketch(IReadOnlyList<ToolReading> readings, InferenceHints hints)
    {
        foreach (var reading in readings)
        {
            if (hints.Resource(reading.Tool.Name) is { } resource)
            {
                reading.Resource = resource.Value;
                reading.Evidence.Add($"The override puts this tool on the resource {resource.Value}.");
            }
        }

        if (hints.Dump is { } dump)
        {
            NounResolver.Resolve(readings, dump, hints);
        }
        else
        {
            AnsweringFunctions.Settle([.. readings.Where(r => hints.Resource(r.Tool.Name) is null && hints.Kind(r.Tool.Name) is null)]);
        }

        PartReadings.Resolve(readings, hints.Dump?.Resources ?? []);
        ResourceMerger.Merge([.. readings.Where(r => r.Noun is null)]);
        if (hints.Dump is { } lists)
        {
            List<ToolReading> open = [.. readings.Where(r => hints.Resource(r.Tool.Name) is null && hints.Kind(r.Tool.Name) is null)];
            ListedValues.Recognise(open, lists);
            ListColumns.Recognise(open, lists);
            ListedPairs.Recognise(open, lists);
            NamedRows.Recognise(open, lists);
            SignInLists.Recognise(open, lists);
            NamedCodes.Recognise(open, lists);
        }

        Memberships.Resolve([.. readings.Where(r => hints.Dump is null && hints.Resource(r.Tool.Name) is null && hints.Kind(r.Tool.Name) is null)]);
        OwnAccounts.Recognise(readings.Where(r => hints.Resource(r.Tool.Name) is null), hints.Dump);
        Settings.Recognise([.. readings.Where(r => hints.Resource(r.Tool.Name) is null && hints.Kind(r.Tool.Name) is null)], hints.Dump);
        var plan = new DomainPlan { Dump = hints.Dump };
        var told = SketchKinds.Choose(readings, hints);
        var kinds = told.ToDictionary(t => t.Key, t => t.Value.Value);
        var tables = new TableBuilder(plan);
        foreach (var group in readings.Where(r => kinds[r].Form.OnTable).GroupBy(r => r.Resource, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            tables.Add(group.Key, [.. group], kinds, hints);
        }

        foreach (var resource in hints.Dump?.Resources.Where(r => plan.Tables.All(t => t.Singular != r)) ?? [])
        {
            // A dumped table that no tool names is kept: others may refer to it.
            tables.Add(resource, [], kinds, hints);
        }

        hints.Dump?.Relate(plan);
        hints.Amendment?.Begin(plan);
        References.Link(plan, readings);
        foreach (var reading in readings)
        {
            plan.Sketches.Add(SketchBinder.Bind(plan, reading, told[reading]));
        }

        Nullability.Settle(plan);
        Uniqueness.Settle(plan);
        PlanBinder.Settle(plan);
        hints.Dump?.Finish(plan);
        LifeCycles.Settle(plan, hints);
        Equalities.Settle(plan);
        RequiredReferences.Settle(plan);
        References.Settle(plan);
        BusinessConventions.Apply(plan);
        hints.Amendment?.Finish(plan);
        foreach (var sketch in plan.Sketches)
        {
            sketch.Stated = hints.Rules.GetValueOrDefault(sketch.Name)?.Value;
        }

        return plan;
    }
}
