using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>Reads a stated consequence. Each kind of consequence has its own forms.</summary>
internal static class ConsequenceText
{
    /// <exception cref="OverridesException">The value is no consequence.</exception>
    public static void Check(Value value, string place) => Read(value, place, null);

    /// <param name="places">Finds what it names. Null where only the form is checked.</param>
    /// <exception cref="OverridesException">The value is no consequence, or names what is not there.</exception>
    public static Consequence? Read(Value value, string place, RulePlaces? places)
    {
        var form = RuleWords.Form(value, place, [.. ConsequenceKinds.All.SelectMany(k => k.Forms)]);
        return ConsequenceKinds.All.First(k => k.Forms.Any(f => f[0] == form)).Read(form, value, place, places);
    }

    /// <summary>A term and the column that it is for, by the names of the members that hold them. Null where only the form is checked.</summary>
    public static (Term Value, RowAddress Row, ColumnModel Column)? Cell(Value value, string term, string path, string place, RulePlaces? places)
    {
        var read = TermText.Read(value[term], $"{place}/{term}", places);
        var name = RuleWords.Text(value[path], $"{place}/{path}");
        return read is not null && places?.Cell(name, $"{place}/{path}") is var (row, column) ? (read, row, column) : null;
    }
}
