using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>Recognises tools that add a name to a map from names to codes: <c>add_contact(user_name)</c> beside <c>user_map</c>.</summary>
internal static class NamedCodes
{
    public static void Recognise(IEnumerable<ToolReading> readings, DumpAdoption dump)
    {
        foreach (var reading in readings.Where(r => r is { Reads: false, Located: false, Listed: null, VerbClass: VerbClass.Create or VerbClass.Link }))
        {
            if (reading.Parameters.Where(p => p.Role == ParameterRole.Field && !SessionNames.IsToken(p.Words)).ToList()
                    is [{ Required: true, Container: null, Node.Kind: NodeKind.String, Words: [.., "name"] or [_] } name]
                && dump.Pairs.Where(p => Means(reading, name, p.Table) && NamingByCode.Pattern(p.Values) is not null).ToList() is [var map])
            {
                reading.Resource = map.Resource;
                reading.VerbClass = VerbClass.Create;
                reading.Listed = name;
                reading.Evidence.Add($"{name.Name} is a new name in {map.Table}.");
            }
        }
    }

    private static bool Means(ToolReading reading, ToolParameter name, string table)
    {
        var nouns = Words.Singulars(table).Where(w => w is not "map" and not "index" and not "id" and not "by" and not "name").ToList();
        return nouns.Count > 0 && nouns.TrueForAll(n => name.Words.Contains(n) || reading.Said.Select(Words.Singular).Contains(n));
    }
}
