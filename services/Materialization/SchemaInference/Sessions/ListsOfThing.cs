using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises tools that put a value on a list that a thing holds which the dump keeps once: <c>invite_player_to_club(player)</c> beside
/// <c>club.players</c>.
/// </summary>
internal static class ListsOfThing
{
    public static Setting? Of(ToolReading reading, DumpAdoption dump)
    {
        if (reading.VerbClass is not (VerbClass.Create or VerbClass.Link))
        {
            return null;
        }

        var said = reading.Said.Select(Words.Singular).ToHashSet(StringComparer.Ordinal);
        var found =
            from single in dump.Singles.Where(s => Words.Split(s.Resource).All(said.Contains))
            from column in single.Row.Where(m => m.Value.IsArray && m.Value.AsArray.Length > 0 && m.Value.AsArray.ToArray().All(v => v.IsString))
            let noun = Words.Singulars(column.Key)
            where noun.Count == 1 && said.Contains(noun[0])
            from parameter in reading.Parameters.Where(p => p is { Role: ParameterRole.Field, Required: true, Container: null, Node.Kind: NodeKind.String })
            where parameter.Words.Where(w => w is not ("name" or "id")).Select(Words.Singular).SequenceEqual(noun)
            select new Setting(single.Resource, [new SettingChange(column.Key, By: parameter) { Lists = true }]);
        return found.ToList() is [var only] ? only : null;
    }
}
