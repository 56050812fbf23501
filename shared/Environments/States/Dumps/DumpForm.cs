using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>How the rows of one table stand in the dump that was adopted. The Python runtime has the same forms in <c>dumps.py</c>.</summary>
/// <param name="Member">The member of the dump that holds the rows. The rows of a <see cref="RootForm"/> stand in the dump itself.</param>
/// <param name="Position">The column that the adoption added to number the rows. Null if it added none.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ListForm), "list")]
[JsonDerivedType(typeof(ValuesForm), "values")]
[JsonDerivedType(typeof(MapForm), "map")]
[JsonDerivedType(typeof(PairsForm), "pairs")]
[JsonDerivedType(typeof(NestedForm), "nested")]
[JsonDerivedType(typeof(SingleForm), "object")]
[JsonDerivedType(typeof(RootForm), "root")]
[JsonDerivedType(typeof(MissingForm), "missing")]
public abstract record DumpForm(string Member, string? Position)
{
    /// <summary>The column of a list's item that is no object.</summary>
    internal const string PlainColumn = "value";

    /// <summary>The keys of the adopted rows of a list in the order of the dump. Null if this is the order of the keys, and elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Value>? Order { get; init; }

    /// <summary>A column of the table that the items of the dump do not have. Null if there is none.</summary>
    [JsonIgnore]
    internal virtual string? Added => Position;

    /// <summary>All such columns. Every row of the table has them.</summary>
    [JsonIgnore]
    internal virtual IEnumerable<string> AllAdded => Added is null ? [] : [Added];

    /// <summary>The member's content where the table has no row. Null if the member is then missing.</summary>
    [JsonIgnore]
    internal abstract Value? Empty { get; }

    /// <summary>Whether content of a later dump can be read in this form.</summary>
    internal abstract bool Fits(Value content);

    /// <summary>Reads the content of the member.</summary>
    internal abstract List<Place> Read(Value content);

    /// <summary>Returns the content of a place with further rows in it. Null if it cannot hold them.</summary>
    /// <param name="content">What stands there: a container of this form, with whatever it holds, or null.</param>
    internal virtual Value? Filled(Value content, IReadOnlyList<ObjectValue> rows) => null;

    /// <summary>Makes an item of the dump of a new row.</summary>
    internal virtual Value Item(ObjectValue row) => Value.From(Added is null ? row : row.Without(Added));

    /// <summary>Returns the item of a place whose row is now this one.</summary>
    internal Value Changed(Place place, ObjectValue row)
    {
        if (Value.From(place.Row) == Value.From(row))
        {
            return place.Item;
        }

        return place.Item.IsObject && !Whole ? Changed(place, place.Item.AsObject, row) : Plain(row, IsAlone);
    }

    /// <summary>Whether each item stands as a whole in one column.</summary>
    [JsonIgnore]
    private protected virtual bool Whole => false;

    /// <summary>Whether the row of a place has a column that its item does not show.</summary>
    private protected virtual bool IsHidden(string column, ObjectValue item) => column == Position;

    /// <summary>Whether a row without the added column is nothing but a plain value.</summary>
    private protected virtual bool IsAlone(ObjectValue row) => row.All(m => m.Key == PlainColumn || m.Value.IsNull);

    private protected Value Plain(ObjectValue row, Predicate<ObjectValue> isAlone)
    {
        var item = Added is null ? row : row.Without(Added);
        return item.TryGet(PlainColumn, out var value) && isAlone(item) ? value : Value.From(item);
    }

    /// <summary>The row with a column set: in its place, or in front.</summary>
    private protected static ObjectValue WithFirst(string? name, Value value, ObjectValue row) =>
        name is null ? row : row.TryGet(name, out _) ? row.With(name, value) : new ObjectValue([name, .. row.Names], [value, .. row.Values]);

    private Value Changed(Place place, ObjectValue item, ObjectValue row)
    {
        var changed = new Members();
        foreach (var (name, value) in item.Where(m => IsHidden(m.Key, item) || row.TryGet(m.Key, out _)))
        {
            changed[name] = value;
        }

        foreach (var (name, value) in row.Where(m => !IsHidden(m.Key, item) && !(place.Row.TryGet(m.Key, out var before) && before == m.Value)))
        {
            changed[name] = value;
        }

        return changed.ToValue();
    }
}
