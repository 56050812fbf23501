using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Filtering.Auditing;

/// <summary>Changes that are meant to be harmless. The independent judge decides whether a case is.</summary>
internal static class Variations
{
    private static readonly JsonSerializerOptions Reformatting = new() { WriteIndented = true };

    public static IReadOnlyList<Plant> All { get; } =
    [
        new("recovered_tool_error", RecoveredError),
        new("volatile_value", c => c.Writes ? RepeatedUpdate(c) : null),
        new("renamed_generated_keys", c => c.Writes ? RenamedKeys(c) ?? SwappedInserts(c) : null),
        new("commuting_writes", c => c.Writes ? Swapped(c) : null),
        new("reordered_set", c => c.Writes ? ReversedArray(c) : null),
        new("one_for_one_point_zero", Decimals),
        new("reformatted_result", ReformattedResults),
        new("skipped_read_in_write_task", c => c.Writes && c.PickCall(writing: false) is { } place
            ? c.Draft.With(place, null).Render(c.Environment)
            : null),
    ];

    /// <summary>Writes the tool messages with another stack's white space and escapes. The values stay the same.</summary>
    private static List<ChatMessage>? ReformattedResults(PlantContext context) =>
        context.Draft.Render(context.Environment).ConvertAll(message => message.Role == "tool" && JsonNode.Parse(message.Content!) is { } content
            ? message with { Content = content.ToJsonString(Reformatting) }
            : message);

    private static List<ChatMessage>? RecoveredError(PlantContext context)
    {
        var places = context.Draft.Calls().ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var place = context.Random.Pick(places);
        var call = context.Draft.At(place);
        var wrong = context.Random.Next(3) switch
        {
            0 => call with { Name = call.Name + "_now" },
            1 => call with { Arguments = "{\"unexpected_argument\":true}" },
            _ => call with { Arguments = "{}" },
        };
        return Draft.Make(context.Draft.Play(context.Environment, place.Turn), wrong).Ok
            ? null
            : context.Draft.Insert(place.Turn, wrong).Render(context.Environment);
    }

    /// <summary>Repeats an update with the same values at a later time of the session's clock.</summary>
    private static List<ChatMessage>? RepeatedUpdate(PlantContext context)
    {
        if (context.PickCall(writing: true) is not { } place)
        {
            return null;
        }

        var call = context.Draft.At(place);
        var session = context.Draft.Play(context.Environment, place.Turn);
        if (!Draft.Make(session, call).Ok || !UpdatesOnly(session, context, place.Turn))
        {
            return null;
        }

        return context.Draft.Insert(place.Turn, call).Render(context.Environment);
    }

    private static bool UpdatesOnly(EnvironmentSession session, PlantContext context, int turn)
    {
        var before = context.Draft.Play(context.Environment, turn).State();
        var diff = StateDiff.Between(context.Environment.Definition.Schema, before, session.State());
        return diff.AsObject.All(t => t.Value["inserted"].AsArray.Length == 0 && t.Value["deleted"].AsArray.Length == 0);
    }

    /// <summary>Creates and deletes a row before the first write, so that later keys have other numbers.</summary>
    private static List<ChatMessage>? RenamedKeys(PlantContext context)
    {
        var first = context.Draft.Calls().FirstOrDefault(p => context.Pool.Writes(context.Draft.At(p).Name), (-1, -1));
        if (first.Item1 < 0)
        {
            return null;
        }

        foreach (var call in context.SomeWrites())
        {
            var session = context.Draft.Play(context.Environment, first.Item1);
            var before = session.State();
            if (!Draft.Make(session, call).Ok)
            {
                continue;
            }

            var diff = StateDiff.Between(context.Environment.Definition.Schema, before, session.State());
            foreach (var (tool, table, argument) in context.Pool.Deleters)
            {
                var inserted = diff[table]["inserted"];
                var key = context.Environment.Definition.Schema.Table(table)?.PrimaryKey;
                if (!inserted.IsArray || inserted.AsArray.Length != 1 || key is not { Count: 1 })
                {
                    continue;
                }

                var undo = new DraftCall(tool, Value.Object((argument, inserted.AsArray[0][key[0]])).ToJson());
                if (Draft.Make(session, undo).Ok && StateDiff.Between(context.Environment.Definition.Schema, before, session.State()) == Value.EmptyObject)
                {
                    return context.Draft.Insert(first.Item1, call, undo).Render(context.Environment);
                }
            }
        }

        return null;
    }

    /// <summary>Exchanges two calls of one tool, so that each new row gets the key of the other.</summary>
    private static List<ChatMessage>? SwappedInserts(PlantContext context)
    {
        var places = context.Draft.Calls().Where(p => context.Pool.Writes(context.Draft.At(p).Name)).ToArray();
        var twins = context.Random.Shuffle(places.GroupBy(p => context.Draft.At(p).Name, StringComparer.Ordinal).Where(g => g.Count() > 1));
        if (twins.Length == 0)
        {
            return null;
        }

        var pair = context.Random.Shuffle(twins[0]);
        var (a, b) = (context.Draft.At(pair[0]), context.Draft.At(pair[1]));
        return context.Draft.With(pair[0], b).With(pair[1], a).Render(context.Environment);
    }

    private static List<ChatMessage>? Swapped(PlantContext context)
    {
        var places = context.Draft.Calls().Where(p => context.Pool.Writes(context.Draft.At(p).Name)).ToArray();
        if (places.Length < 2)
        {
            return null;
        }

        var at = context.Random.Next(places.Length - 1);
        var (a, b) = (places[at], places[at + 1]);
        return context.Draft.With(a, context.Draft.At(b)).With(b, context.Draft.At(a)).Render(context.Environment);
    }

    private static List<ChatMessage>? ReversedArray(PlantContext context)
    {
        foreach (var place in context.Random.Shuffle(context.Draft.Calls()))
        {
            var call = context.Draft.At(place);
            if (context.Pool.Writes(call.Name) && Conversation.JsonOrNull(call.Arguments) is { IsObject: true } arguments)
            {
                var array = arguments.AsObject.FirstOrDefault(m => m.Value.IsArray && m.Value.AsArray.Length > 1);
                if (array.Key is not null)
                {
                    var reversed = arguments.AsObject.With(array.Key, Value.From(array.Value.AsArray.ToArray().Reverse()));
                    return context.Draft.With(place, call with { Arguments = Value.From(reversed).ToJson() }).Render(context.Environment);
                }
            }
        }

        return null;
    }

    private static List<ChatMessage>? Decimals(PlantContext context)
    {
        foreach (var place in context.Random.Shuffle(context.Draft.Calls()))
        {
            var call = context.Draft.At(place);
            if (Conversation.JsonOrNull(call.Arguments) is { IsObject: true } arguments && WithDecimals(arguments) is var text && text != arguments.ToJson())
            {
                return context.Draft.With(place, call with { Arguments = text }).Render(context.Environment);
            }
        }

        return null;
    }

    /// <summary>Returns the same JSON with every integer written as a decimal number.</summary>
    private static string WithDecimals(Value value) => value.Kind switch
    {
        ValueKind.Number when value.IsInteger => value.ToJson() + ".0",
        ValueKind.Array => "[" + string.Join(',', value.AsArray.ToArray().Select(WithDecimals)) + "]",
        ValueKind.Object => "{" + string.Join(',', value.AsObject.Select(m => ((Value)m.Key).ToJson() + ":" + WithDecimals(m.Value))) + "}",
        _ => value.ToJson(),
    };
}
