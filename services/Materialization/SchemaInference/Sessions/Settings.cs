using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises tools that write a value which the dump keeps once: <c>turn_on_wifi</c>, <c>toggle_airplane_mode</c>, <c>set_volume(level)</c>. The value
/// is found by the words of the tool's name.
/// </summary>
internal static class Settings
{
    private static readonly Dictionary<string, bool?> Switches = new(StringComparer.Ordinal)
    {
        ["toggle"] = null,
        ["switch"] = null,
        ["flip"] = null,
        ["enable"] = true,
        ["disable"] = false,
        ["activate"] = true,
        ["deactivate"] = false,
        ["connect"] = true,
        ["disconnect"] = false,
        ["mute"] = true,
        ["unmute"] = false,
        ["lock"] = true,
        ["unlock"] = false,
        ["turn_on"] = true,
        ["turn_off"] = false,
        ["switch_on"] = true,
        ["switch_off"] = false,
        ["turnon"] = true,
        ["turnoff"] = false,
    };

    private static readonly HashSet<string> Setters = new(StringComparer.Ordinal)
    {
        "set", "update", "change", "adjust", "modify", "edit", "configure", "select", "choose",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "the", "my", "a", "an", "to", "on", "off", "is", "are", "current", "status", "state", "mode", "setting", "settings", "enabled", "active",
        "preference", "level", "value", "connected", "connection", "of", "user", "in",
    };

    /// <summary>Finds what each writing tool sets, and puts it on the table that holds it.</summary>
    public static void Recognise(IReadOnlyList<ToolReading> readings, DumpAdoption? dump)
    {
        if (dump is null)
        {
            return;
        }

        foreach (var reading in readings.Where(r => r.Account is null))
        {
            // A tool whose noun is a table of many rows writes rows.
            var writesRows = dump.TableOf(reading.Resource) is not null && dump.Singles.All(s => s.Resource != reading.Resource);
            if ((SignIns.Of(reading, dump) ?? CurrentPlaces.Of(reading, dump)
                ?? (reading.Reads || writesRows ? null : ListsOfThing.Of(reading, dump) ?? Of(reading, dump) ?? SingleThings.Of(reading, dump))) is { } setting)
            {
                reading.Setting = setting;
                reading.Resource = setting.Resource;
                var set = setting.Changes.Count == 0 ? "nothing that is known" : string.Join(" and ", setting.Changes.Select(c => c.Column));
                reading.Evidence.Add($"It sets {set} of {setting.Resource}, which the database keeps once.");
            }
        }
    }

    private static Setting? Of(ToolReading reading, DumpAdoption dump)
    {
        var said = reading.Said;
        foreach (var (verb, count) in said.Count > 1 ? new[] { ($"{said[0]}_{said[1]}", 2), ($"{said[0]}_{said[^1]}", 1), (said[0], 1) } : [])
        {
            var words = Meaning(said.Skip(count));
            if (words.Count == 0 || (!Switches.ContainsKey(verb) && !Setters.Contains(verb)))
            {
                continue;
            }

            var places = dump.Singles
                .SelectMany(s => s.Row.Where(m => Meaning(Words.OfMember(m.Key)).SequenceEqual(words)).Select(m => (s.Resource, m.Key, m.Value)))
                .ToList();
            return Closest(places, verb, [.. said.Skip(count)]) is { } place ? Change(reading, verb, place) : null;
        }

        return null;
    }

    /// <summary>The only place, the one that is named in full, or the one that the verb itself speaks of: to connect is to be connected.</summary>
    private static (string Resource, string Column, Value Value)? Closest(
        List<(string Resource, string Column, Value Value)> places, string verb, IReadOnlyList<string> words)
    {
        var switched = Switches.ContainsKey(verb) ? places.FindAll(p => p.Value.IsBoolean) : places;
        var marks = VerbLexicon.Find(verb) is { } known ? known.Marks.Concat(known.Unmarks).ToList() : [];
        return places is [var only] ? only
            : places.FindAll(p => Words.OfMember(p.Column).SequenceEqual(words)) is [var full] ? full
            : switched is [var mark] ? mark
            : switched.FindAll(p => Last(p.Column) is var last && (marks.Contains(last) || last.StartsWith(Positive(verb), StringComparison.Ordinal)))
                is [var spoken] ? spoken
            : switched.FindAll(p => Last(p.Column) is "enabled" or "on") is [var on] && Switches.ContainsKey(verb) ? on
            : null;
    }

    private static string Last(string column) => Words.OfMember(column)[^1];

    private static string Positive(string verb) => verb.StartsWith("dis", StringComparison.Ordinal) ? verb[3..] : verb;

    private static Setting? Change(ToolReading reading, string verb, (string Resource, string Column, Value Value) place)
    {
        var fields = reading.Parameters.Where(p => p.Role == ParameterRole.Field && p.Container is null).ToList();
        var told = reading.Result.Payload.Properties.FirstOrDefault(m => SettingNames.Same(place.Column, m.Name));
        var change = fields is [var one] && SettingNames.Takes(place.Value, one.Node)
                ? new SettingChange(place.Column, By: one) { Meanings = told is null ? [] : StatedChoice.Meanings(one, StatedChoice.Of(told.Node)) }
            : fields.Count == 0 && place.Value.IsBoolean && Switches.TryGetValue(verb, out var on)
                ? new SettingChange(place.Column, To: on is { } value ? Value.From(value) : default(Value?))
            : null;
        return change is null ? null : new Setting(place.Resource, [change]);
    }

    private static List<string> Meaning(IEnumerable<string> words)
    {
        var all = words.Select(Words.Singular).ToList();
        var told = all.FindAll(w => !Silent.Contains(w));
        return told.Count > 0 ? told : all;
    }
}
