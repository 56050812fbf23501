using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// The JSON form of what is understood: every member of every record, in order of name. It is the fingerprint of proofs, so that a
/// proof is kept exactly as long as nothing changes that laws read. A table that an effect works on is named, and written once by itself.
/// </summary>
public static class CanonicalForm
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Members = new();

    /// <summary>The form of an effect.</summary>
    public static Value Of(Effect effect) => Record(effect);

    /// <summary>The form of a precondition.</summary>
    public static Value Of(Precondition precondition) => Record(precondition);

    /// <summary>The form of a consequence.</summary>
    public static Value Of(Consequence consequence) => Record(consequence);

    /// <summary>The form of an invariant.</summary>
    public static Value Of(Invariant invariant) => Record(invariant);

    /// <summary>The form of a term.</summary>
    public static Value Of(Term term) => Record(term);

    /// <summary>The form of a table with its columns.</summary>
    public static Value Of(TableModel table) => Record(table, whole: true);

    /// <summary>The members of a record that its form holds: those that its values are made of.</summary>
    public static IReadOnlyList<PropertyInfo> MembersOf(Type record) => Members.GetOrAdd(record, static type =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
            .OrderBy(p => p.Name, StringComparer.Ordinal)]);

    private static Value Record(object record, bool whole = false) => Value.From(new ObjectValue(
        [Discriminator, .. MembersOf(record.GetType()).Select(m => m.Name)],
        [record.GetType().Name, .. MembersOf(record.GetType()).Select(m => Of(m.GetValue(record), whole))]));

    private const string Discriminator = "$record";

    private static Value Of(object? value, bool columns) => value switch
    {
        null => Value.Null,
        Value json => json,
        string text => text,
        bool flag => flag,
        int number => number,
        Enum member => member.ToString(),
        TableModel table => table.Name,
        ColumnModel column when !columns => $"{column.Table}.{column.Name}",

        // Schemas are parts of the tools' own documents, which a fingerprint holds beside this.
        SchemaNode node => Schema(node),
        SchemaProperty property => property.Name,
        IReadOnlySet<string> names => Value.From(names.Order(StringComparer.Ordinal).Select(n => Value.From(n))),
        IDictionary map => Value.From(map.Keys.Cast<object>().Select(k => Value.From([k.ToString()!, Of(map[k], columns)]))),
        IEnumerable items => Value.From(items.Cast<object?>().Select(i => Of(i, columns))),
        _ => Record(value, columns),
    };

    private static Value Schema(SchemaNode node) => Value.From(JsonSerializer.Serialize(
        new
        {
            node.Kind,
            node.Nullable,
            node.Format,
            node.Pattern,
            node.Minimum,
            node.Maximum,
            node.MinLength,
            node.MaxLength,
            Enum = node.Enum?.Select(v => v.ToJson())
        }));
}
