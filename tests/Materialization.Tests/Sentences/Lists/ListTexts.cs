using AgentScaler.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.Sentences.Lists;

/// <summary>What is understood of a cited list of visits, in the words that the tables of this folder use.</summary>
internal static class ListTexts
{
    /// <summary>The members of a visit.</summary>
    private const string Visit = "Visit{id!: int, title!, last_name!, first_name!, asset_tag!, status!: planned|done|cancelled, kind!: walk|tour|talk, "
        + "starts_at!: datetime, due_on!: date, created_at!: datetime, given_on!: date, enrolled_on: date?, returned_on: date?, price!: num, places_left!: int, "
        + "archived!: bool, on_menu!: bool, tags!: [red|green|blue], guide!: {name!, phone!}, halls!: [{size!: small|large, free!: int}]}";

    /// <summary>The list with the given parameters and description.</summary>
    public static ListEffect List(string parameters, string description) =>
        Of($"GET /visits/{{id}} getVisit(id!: int) -> {Visit} & GET /visits listVisits({parameters}) -> [{Visit}] -- {description}");

    /// <summary>The last of the cited tools.</summary>
    public static ListEffect Of(string tools)
    {
        var readings = Recognised.Readings(tools);
        return Assert.IsType<ListEffect>(DomainInference.Infer(readings, InferenceHints.None).Tools[^1].Effect);
    }

    public static string OrderOf(ListEffect list) => string.Join(", ", (list.Order?.All ?? [])
        .Select(o => $"{o.Column.Name}{(o.Ranks.Count > 0 ? $"({string.Join('|', o.Ranks.Select(r => r.AsString))})" : "")}{(o.Descending ? " desc" : "")}"));

    public static string ConditionsOf(ListEffect list) => string.Join("; ", list.Conditions.Select(Said));

    private static string Said(RowCondition condition) => condition switch
    {
        IsFixed of => $"{of.Path.Column.Name} {(of.Value.IsString ? of.Value.AsString : of.Value.ToJson())}",
        NotThat not => $"not ({Said(not.Condition)})",
        EitherOf either => string.Join(" or ", either.Conditions.Select(Said)),
        AllOf all => string.Join(" and ", all.Conditions.Select(Said)),
        WhereAsked asked => $"{(asked.On ? "where" : "unless")} {asked.Parameter.Name}{(asked.Value.IsNull ? "" : $"={asked.Value.ToJson()}")}: {Said(asked.Condition)}",
        Stands { Term: ConstantTerm { Value.IsNull: true } } of => $"{of.Path.Column.Name} {(of.Comparison == Comparison.Equal ? "unset" : "set")}",
        Stands of => $"{of.Path.Column.Name} {of.Comparison} {(of.Term is ConstantTerm constant ? constant.Value.ToJson() : "now")}",
        HasEntry of => $"{of.Path.Column.Name} has {of.Member}{(of.Some is null ? "" : $" with {of.Some}")}",
        SameAs of => $"{of.Path.Column.Name} is {of.Parameter.Name}",
        HasItem of => $"{of.Path.Column.Name} has {of.Parameter.Name}",
        var other => other.ToString()!,
    };
}
