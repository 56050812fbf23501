using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Recognises tools that put a value on the list that a map holds under a name, or take it off: <c>add_player_to_team(player, team)</c> beside
/// <c>player_teams</c>.
/// </summary>
internal static class ListedPairs
{
    public static void Recognise(IEnumerable<ToolReading> readings, DumpAdoption dump)
    {
        foreach (var reading in readings.Where(r => r is { Reads: false, Located: false, Listed: null }))
        {
            var fields = reading.Parameters.Where(p => p.Role == ParameterRole.Field && !SessionNames.IsToken(p.Words)).ToList();
            if (fields.Count != 2 || !fields.TrueForAll(p => p is { Required: true, Node.Kind: NodeKind.String or NodeKind.Integer })
                || Class(reading.VerbClass) is not { } change)
            {
                continue;
            }

            foreach (var (name, item) in new[] { (fields[0], fields[1]), (fields[1], fields[0]) })
            {
                if (dump.ListsByName.FirstOrDefault(m => Words.Singulars(m.Table).SequenceEqual([Noun(name), Noun(item)])) is { Table: not null } map)
                {
                    (reading.Resource, reading.VerbClass, reading.Listed) = (map.Resource, change, name);
                    reading.Evidence.Add($"{map.Table} holds a list for each {name.Name}, and {item.Name} is an item of it.");
                    break;
                }
            }
        }
    }

    private static VerbClass? Class(VerbClass verb) => verb switch
    {
        VerbClass.Create or VerbClass.Link => VerbClass.Link,
        VerbClass.Delete or VerbClass.Unlink => VerbClass.Unlink,
        _ => null,
    };

    /// <summary>What a parameter names: <c>team</c> for <c>team_id</c> and <c>team_name</c>.</summary>
    private static string Noun(ToolParameter parameter) =>
        Words.Singular(parameter.Words is [.., var noun, "id" or "name"] ? noun : parameter.Words[^1]);
}
