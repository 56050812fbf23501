using System.Text.Json.Serialization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A list of rows. A plain value among them becomes a row with the column <c>value</c>.</summary>
public sealed record ListForm(string Member, string? Position = null) : DumpForm(Member, Position)
{
    /// <summary>Whether a row that has the column <c>value</c> alone is a plain value: no adopted row has such a column.</summary>
    [JsonIgnore]
    internal bool HoldsPlain { get; init; } = true;

    [JsonIgnore]
    internal override Value? Empty => Value.EmptyArray;

    internal override bool Fits(Value content) => content.IsArray;

    internal override List<Place> Read(Value content) =>
        [.. content.AsArray.ToArray().Select((item, i) => new Place(WithFirst(Position, i + 1, Row(item)), item))];

    internal override Value? Filled(Value content, IReadOnlyList<ObjectValue> rows) =>
        content.IsNull ? Value.From(rows.Select(Item)) : content.IsArray ? Value.From([.. content.AsArray, .. rows.Select(Item)]) : null;

    internal override Value Item(ObjectValue row) => HoldsPlain ? Plain(row, item => item.Count == 1) : base.Item(row);

    private protected override bool IsAlone(ObjectValue row) => row.Count == 1;

    private static ObjectValue Row(Value item) => item.IsObject ? item.AsObject : new ObjectValue([PlainColumn], [item]);
}
