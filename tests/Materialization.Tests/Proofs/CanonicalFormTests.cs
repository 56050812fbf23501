using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using AgentScaler.Effects;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Tests.Proofs;

/// <summary>The canonical form is the fingerprint of kept proofs: a member that it forgot would keep a stale one.</summary>
public sealed class CanonicalFormTests
{
    public static TheoryData<Type> Records => [.. typeof(Effect).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && (t.IsAssignableTo(typeof(Effect))
            || t.IsAssignableTo(typeof(Precondition))
            || t.IsAssignableTo(typeof(Consequence))
            || t.IsAssignableTo(typeof(NewValue))))];

    [Theory, MemberData(nameof(Records))]
    public void Every_member_of_every_record_is_in_its_form(Type record)
    {
        foreach (var member in record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null))
        {
            var (one, other) = (Sample(record, 0), Sample(record, 0));
            member.SetValue(one, Sample(member.PropertyType, 1));
            member.SetValue(other, Sample(member.PropertyType, 2));
            Assert.True(Form(one) != Form(other), $"{record.Name}.{member.Name} is not in the form.");
        }
    }

    [Fact]
    public void A_table_is_written_with_every_member_of_its_columns()
    {
        var column = (ColumnModel)Sample(typeof(ColumnModel), 1);
        var table = new TableModel("things", "thing", column, [column]);
        foreach (var changed in (IEnumerable<ColumnModel>)[column
            with { Nullable = !column.Nullable }, column
            with { Born = NewValue.Clock }, column
            with { Stamped = !column.Stamped }, column
            with { Demanded = !column.Demanded }])
        {
            Assert.NotEqual(CanonicalForm.Of(table), CanonicalForm.Of(table with { Columns = [changed] }));
        }
    }

    private static Value Form(object record) => CanonicalForm.Of(new GetEffect(Table("t"), null, [], []) with
    {
        Preconditions = record is Precondition precondition ? [precondition] : [],
        Consequences = record is Consequence consequence ? [consequence] : [],
    }) is var wrapped && record is Effect effect ? CanonicalForm.Of(effect)
        : record is NewValue born ? CanonicalForm.Of(new TableModel("t", "t", Column("k") with { Born = born }, [Column("k") with { Born = born }])) : wrapped;

    private static TableModel Table(string name) => new(name, name, Column(name), [Column(name)]);

    private static ColumnModel Column(string name) => new("t", name, ColumnType.String);

    /// <summary>A value of a type; another number gives another value.</summary>
    private static object Sample(Type type, int number)
    {
        if (type == typeof(string))
        {
            return $"text {number}";
        }

        if (type == typeof(bool))
        {
            return number == 1;
        }

        if (type == typeof(int))
        {
            return number;
        }

        if (type == typeof(Value))
        {
            return Value.From(number);
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Sample(inner, number);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(number)!;
        }

        if (type == typeof(TableModel))
        {
            return Table($"table {number}");
        }

        if (type == typeof(ColumnModel))
        {
            return Column($"column {number}");
        }

        if (type == typeof(SchemaNode))
        {
            using var document = System.Text.Json.JsonDocument.Parse($$"""{"type":"string","maxLength":{{number + 1}}}""");
            return SchemaDocument.Read(document.RootElement.Clone());
        }

        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var item = type.GetGenericArguments()[0];
            var array = Array.CreateInstance(item, 1);
            array.SetValue(Sample(item, number), 0);
            return array;
        }

        if (type == typeof(RowStep))
        {
            return new RowStep(new RowAddress($"role {number}", Table("t"), null, [], []), Column("c"));
        }

        if (type.IsAbstract)
        {
            return type == typeof(Term) ? new ConstantTerm(number)
                : type == typeof(Precondition) ? new Positive((ToolParameter)Sample(typeof(ToolParameter), number))
                : type == typeof(Consequence) ? new StampClock(Table("t"), Column($"c{number}"), null)
                : type == typeof(RowCondition) ? new IsFixed(ColumnPath.Own(Column("c")), Value.From(number))
                : type == typeof(QueryAnswer) ? new RowAnswer([Column($"c{number}")], [], false)
                : number == 1 ? NewValue.Clock : NewValue.Null;
        }

        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && p.PropertyType != type))
        {
            member.SetValue(made, Sample(member.PropertyType, number));
        }

        return made;
    }
}
