namespace AgentScaler.Environments.Programs.Mutation;

/// <summary>Finds the place of an expression's child in the JSON form.</summary>
internal static class ChildPlaces
{
    public static string Of(Expression parent, int child, string place) => parent switch
    {
        Field or Conditional or ArrayLiteral or Operation => $"{place}/{child + 1}",
        ObjectLiteral literal => $"{place}/1/{literal.Members[child].Key}",
        SearchItems => child == 0 ? $"{place}/1" : $"{place}/2/where",
        GroupItems => child == 0 ? $"{place}/1" : $"{place}/2/by",
        Get or Whole or Derive or LetIn or Call => $"{place}/{child + 2}",
        Select select => $"{place}/2/{Nth(child, [
            .. Present((select.Where, "where"), (select.Offset, "offset"), (select.Limit, "limit"), (select.Map, "map")), .. Keys(select.Order)])}",
        Aggregate aggregate => $"{place}/3/{Nth(child, [.. Present((aggregate.Where, "where"), (aggregate.Of, "of"))])}",
        MapItems when child == 0 => $"{place}/1",
        MapItems map => $"{place}/2/{Nth(child - 1, [.. Present((map.Where, "where"), (map.Do, "do")), .. Keys(map.Order)])}",
        _ => place,
    };

    private static string Nth(int index, string[] names) => names[index];

    private static IEnumerable<string> Present(params (Expression? Part, string Name)[] parts) =>
        parts.Where(p => p.Part is not null).Select(p => p.Name);

    private static IEnumerable<string> Keys(IReadOnlyList<OrderKey>? order) => (order ?? []).Select((_, i) => $"order/{i}/by");
}
