using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>The value of a filter that no row holds and that asks for every row: <c>status=all</c>.</summary>
internal static class FilterValues
{
    /// <summary>The value that asks for every row; null where the values of the argument are those of the column.</summary>
    public static Value? Every(ColumnBinding filter) => filter is { Column.Enum: { } held, Parameter: { Role: ParameterRole.Field, Node.Enum: { } values } }
        && values.Where(v => v.IsString && !held.Contains(v)).ToList() is [var other]
        && Words.Snake(other.AsString) is "all" or "any" or "both" or "every" or "everything" ? other : default(Value?);

    /// <summary>The conditions of the filters that one of their values turns off.</summary>
    public static IEnumerable<RowCondition> Of(IReadOnlyList<ColumnBinding> filters)
    {
        foreach (var filter in filters)
        {
            if (Every(filter) is { } every)
            {
                yield return new WhereAsked(filter.Parameter, every, false, new SameAs(ColumnPath.Own(filter.Column), filter.Parameter, true));
            }
        }
    }
}
