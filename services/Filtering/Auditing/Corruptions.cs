using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Filtering.Auditing;

/// <summary>Changes that are meant to be harmful. The independent judge decides whether a case is.</summary>
internal static class Corruptions
{
    public static IReadOnlyList<Plant> All { get; } =
    [
        new("malformed_turn_order", TurnOrder),
        new("repetition_loop", Loop),
        new("missing_write", c => c.Writes && c.PickCall(writing: true) is { } place ? Render(c, c.Draft.With(place, null)) : null),
        new("extra_write", ExtraWrite),
        new("altered_write", AlteredWrite),
        new("altered_argument", c => c.Writes ? AlteredCall(c, writing: true) : null),
        new("collateral_change", CollateralChange),
        new("skipped_read", c => c.Reads && c.PickCall(writing: false) is { } place ? Render(c, c.Draft.With(place, null)) : null),
        new("altered_read", c => c.Reads ? AlteredCall(c, writing: false) : null),
        new("fabricated_result", FabricatedResult),
    ];

    private static List<ChatMessage> Render(PlantContext context, Draft draft) => draft.Render(context.Environment);

    private static List<ChatMessage>? TurnOrder(PlantContext context)
    {
        var messages = Render(context, context.Draft);
        var tool = messages.FindIndex(m => m.Role == "tool");
        var user = messages.FindIndex(m => m.Role == "user");
        switch (context.Random.Next(6))
        {
            case 0 when tool >= 0:
                messages.RemoveAt(tool);
                return messages;
            case 1 when tool >= 0:
                messages.Insert(tool, messages[tool]);
                return messages;
            case 2 when tool >= 0:
                messages[tool] = messages[tool] with { ToolCallId = "call_unknown" };
                return messages;
            case 3 when user >= 0:
                messages.Insert(user, messages[user]);
                return messages;
            case 4 when user >= 0:
                messages.RemoveAt(user);
                return messages;
            default:
                messages.RemoveAt(messages.Count - 1);
                return messages;
        }
    }

    private static List<ChatMessage>? Loop(PlantContext context)
    {
        if (context.PickCall(writing: false) is { } place && context.Random.Chance(0.7))
        {
            var call = context.Draft.At(place);
            return Render(context, context.Draft.Insert(place.Turn, Enumerable.Repeat(call, 5 + context.Random.Next(6))));
        }

        var messages = Render(context, context.Draft);
        var text = "I am now going to look into the request again. ";
        messages[^1] = ChatMessage.Assistant(string.Concat(Enumerable.Repeat(text, 8)));
        return messages;
    }

    private static List<ChatMessage>? ExtraWrite(PlantContext context)
    {
        var turn = context.InsertionPoint();
        foreach (var call in context.SomeWrites())
        {
            var session = context.Draft.Play(context.Environment, turn);
            var before = session.Hash;
            if (Draft.Make(session, call).Ok && session.Hash != before)
            {
                return Render(context, context.Draft.Insert(turn, call));
            }
        }

        return null;
    }

    private static List<ChatMessage>? AlteredWrite(PlantContext context)
    {
        if (!context.Writes || context.PickCall(writing: true) is not { } place)
        {
            return null;
        }

        var old = context.Draft.At(place);
        var other = context.SomeWrites().FirstOrDefault(c => c != old);
        return other is null ? null : Render(context, context.Draft.With(place, other));
    }

    private static List<ChatMessage>? AlteredCall(PlantContext context, bool writing) =>
        context.PickCall(writing) is { } place && context.Altered(context.Draft.At(place)) is { } altered
            ? Render(context, context.Draft.With(place, altered))
            : null;

    /// <summary>Adds a write that updates or deletes a row which the task's golden path does not touch.</summary>
    private static List<ChatMessage>? CollateralChange(PlantContext context)
    {
        if (context.Reads)
        {
            return null;
        }

        var turn = context.InsertionPoint();
        foreach (var call in context.SomeWrites().Select(c => context.Altered(c) ?? c))
        {
            var session = context.Environment.Open();
            if (Draft.Make(session, call).Ok && TouchesOthers(context.Task.GoldenDiff, session.Diff())
                && Draft.Make(context.Draft.Play(context.Environment, turn), call).Ok)
            {
                return Render(context, context.Draft.Insert(turn, call));
            }
        }

        return null;
    }

    /// <summary>Changes a tool message so that it differs from the tool's result.</summary>
    private static List<ChatMessage>? FabricatedResult(PlantContext context)
    {
        var messages = Render(context, context.Draft);
        var at = messages.FindIndex(m => m.Role == "tool" && !ToolMessages.IsInjected(m.Content) && context.Random.Chance(0.5));
        if (at < 0 || context.Altered(new DraftCall("", messages[at].Content!)) is not { } fabricated)
        {
            return null;
        }

        messages[at] = messages[at] with { Content = fabricated.Arguments };
        return messages;
    }

    private static bool TouchesOthers(Value golden, Value diff) => diff.AsObject.Any(table =>
        table.Value["updated"].AsArray.ToArray().Any(u => !Rows(golden[table.Key]["updated"]).Any(g => g["key"] == u["key"])));

    private static IEnumerable<Value> Rows(Value rows) => rows.IsArray ? rows.AsArray.ToArray() : [];
}
