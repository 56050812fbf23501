using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>Rows that stand under names in an object.</summary>
/// <param name="Key">The column that is the name. Null if the adopted object was empty: then it is the table's primary key.</param>
public abstract record EntryForm(string Member, string? Key) : DumpForm(Member, null)
{
    [JsonIgnore]
    internal override Value? Empty => Value.EmptyObject;

    /// <summary>The name under which a row stands in the object.</summary>
    internal string Name(ObjectValue row, IReadOnlyList<string> keys)
    {
        var value = (Key is null ? keys : [Key, .. keys]).Select(k => row[k]).FirstOrDefault(v => !v.IsNull);
        return value.IsString ? value.AsString : value.ToCanonicalJson();
    }

    /// <summary>Whether the row of a place has another key now, so that its item has another name.</summary>
    internal abstract bool IsRenamed(Place place, ObjectValue row);

    internal override Value? Filled(Value content, IReadOnlyList<ObjectValue> rows)
    {
        if (!content.IsNull && !content.IsObject)
        {
            return null;
        }

        var items = new Members();
        foreach (var (name, value) in content.IsNull ? ObjectValue.Empty : content.AsObject)
        {
            items[name] = value;
        }

        foreach (var row in rows)
        {
            items[items.Free(Name(row, []))] = Item(row);
        }

        return items.ToValue();
    }
}
