using AgentScaler.Effects;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Tests.Effects;

namespace AgentScaler.Materialization.Tests.Derived;

/// <summary>What a derivation tells of a row, by the rows that refer to it. Three hires refer to the first car, none to the second.</summary>
public sealed class DerivationTests
{
    private static readonly Dependents All = new("hires", "car", "id");
    private static readonly Dependents Out = All with { Column = "state", Among = ["out"] };

    private static readonly DatabaseState State = DatabaseState.From(
    [
        KeyValuePair.Create("cars", (IReadOnlyList<ObjectValue>)[Harbour.Row(("id", "a"), ("seats", 4)), Harbour.Row(("id", "b"), ("seats", 2))]),
        KeyValuePair.Create("hires", (IReadOnlyList<ObjectValue>)
        [
            Harbour.Row(("car", "a"), ("state", "out"), ("fee", 10.1), ("at", "2025-12-31T10:00:00Z")),
            Harbour.Row(("car", "a"), ("state", "out"), ("fee", 20.2), ("at", "2026-01-01T10:00:00Z")),
            Harbour.Row(("car", "a"), ("state", "back"), ("fee", Value.Null), ("at", "2026-03-01T10:00:00Z")),
        ]),
    ]);

    public static TheoryData<Derivation, string> Told => new()
    {
        { Of(DerivedFigure.Count, All), "3, 0" },
        { Of(DerivedFigure.Count, Out), "2, 0" },
        { Of(DerivedFigure.Count, Out) with { Whole = "seats" }, "2, 2" },
        { Of(DerivedFigure.Count, All) with { Room = 5 }, "2, 5" },
        { Of(DerivedFigure.Count, All) with { Time = "at", Side = TimeSide.ToCome }, "2, 0" },
        { Of(DerivedFigure.Count, All) with { Time = "at", Side = TimeSide.Past }, "1, 0" },
        { Of(DerivedFigure.Count, All) with { Time = "at", Side = TimeSide.Today }, "1, 0" },
        { Of(DerivedFigure.Sum, All) with { Of = "fee" }, "30.3, 0" },
        { Of(DerivedFigure.Average, All) with { Of = "fee" }, "15.15, null" },
        { Of(DerivedFigure.Least, All) with { Of = "at" }, "\"2025-12-31T10:00:00Z\", null" },
        { Of(DerivedFigure.Most, Out) with { Of = "at" }, "\"2026-01-01T10:00:00Z\", null" },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void A_column_tells_what_follows_from_rows(Derivation derivation, string values) =>
        Assert.Equal(values, string.Join(", ", derivation.In(State, Situation.Start).Select(t => t.Value.ToJson())));

    private static Derivation Of(DerivedFigure figure, Dependents rows) => new("cars", "told", figure, rows);
}
