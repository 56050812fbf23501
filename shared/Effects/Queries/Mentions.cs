using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The texts of a row have what the argument asks for in them, whatever the case of the letters. A list asks for any of its items.</summary>
/// <param name="EachWord">Whether each word of the argument may stand anywhere, instead of all of it in one place.</param>
public sealed record Mentions(IReadOnlyList<ColumnModel> Columns, ToolParameter Parameter, bool EachWord) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row)
    {
        var given = situation.Given(Parameter);
        if (given.IsNull)
        {
            return true;
        }

        var text = string.Join(' ', Columns.Select(c => Text(row[c.Name])));
        return given.IsArray ? given.AsArray.ToArray().Any(g => g.IsString && Has(text, g.AsString))
            : !given.IsString || (EachWord ? given.AsString.Split(' ').All(w => Has(text, w)) : Has(text, given.AsString));
    }

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Text(Value value) => value.IsNull ? "" : value.IsString ? value.AsString : value.ToCanonicalJson();

    public bool Equals(Mentions? other) =>
        other is not null && Parameter == other.Parameter && EachWord == other.EachWord && Columns.SequenceEqual(other.Columns);

    public override int GetHashCode() => HashCode.Combine(Parameter.Name, EachWord, Columns.Count);
}
