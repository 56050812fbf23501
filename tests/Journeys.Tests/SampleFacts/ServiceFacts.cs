using System.Runtime.CompilerServices;
using AgentScaler.Environments.Values;
using Xunit.Sdk;

namespace AgentScaler.Journeys.Tests.SampleFacts;

/// <summary>
/// What a reader of a sample document expects of its service. The facts were written from the documents, before any environment was looked at. A
/// fact whose situation does not occur in the initial state fails, because worlds have such rows.
/// </summary>
[Collection(SampleWorlds.Name)]
public abstract class ServiceFacts(SampleWorlds worlds)
{
    /// <summary>A fact of the world holds, or stands in <see cref="NotYetTrue"/> and does not hold.</summary>
    protected void Holds(Action<SampleWorld> fact, [CallerMemberName] string name = "")
    {
        var listed = NotYetTrue.Reasons.ContainsKey($"{GetType().Name}.{name}");
        try
        {
            fact(worlds.Open());
        }
        catch (Exception) when (listed)
        {
            return;
        }

        Assert.False(listed, $"'{name}' holds now. Take it out of {nameof(NotYetTrue)}.");
    }

    protected static Value Some(IEnumerable<Value> rows, Func<Value, bool> such, string what)
    {
        foreach (var row in rows)
        {
            if (such(row))
            {
                return row;
            }
        }

        throw new XunitException($"The initial state has no {what}.");
    }

    protected static Func<Value, bool> With(string column, Value value) => row => row[column].Equals(value);

    protected static Func<Value, bool> Without(string column, Value value) => row => !row[column].Equals(value);

    protected static void Has(Value row, string column, Value value) =>
        Assert.True(row[column].Equals(value), $"{column} is {row[column].ToJson()}, not {value.ToJson()}: {row.ToJson()}");

    /// <summary>Two rows that are equal but for some columns.</summary>
    protected static void Same(Value before, Value after, params string[] but)
    {
        foreach (var name in before.AsObject.Names.ToArray().Except(but))
        {
            Has(after, name, before[name]);
        }
    }

    protected static void Near(double expected, Value actual) => Assert.Equal(expected, actual.AsNumber, 0.005);

    /// <summary>There are at least two rows, and none comes before its predecessor.</summary>
    protected static void Ascending(IReadOnlyList<Value> rows, string column)
    {
        Assert.True(rows.Count >= 2, $"{rows.Count} rows show no order.");
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(Compare(pair.First[column], pair.Second[column]) <= 0,
            $"{pair.First[column].ToJson()} stands before {pair.Second[column].ToJson()}"));
    }

    protected static void Descending(IReadOnlyList<Value> rows, string column) => Ascending([.. rows.Reverse()], column);

    protected static int Compare(Value left, Value right) =>
        left.IsNumber ? left.AsNumber.CompareTo(right.AsNumber) : string.CompareOrdinal(left.AsString, right.AsString);
}
