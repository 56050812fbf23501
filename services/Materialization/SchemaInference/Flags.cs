using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Reads a mark off what a tool is called: <c>markUnread</c> sets a letter's <c>read</c> to false, <c>star_message</c> sets
/// <c>starred</c>, <c>mark_as_shipped</c> a status. A tool that takes nothing but a key changes what its name says.
/// </summary>
internal static class Flags
{
    /// <summary>Words for a mark that may be made where no column has their name.</summary>
    private static readonly HashSet<string> Adjectives = new(StringComparer.Ordinal)
    {
        "read", "seen", "viewed", "opened", "important", "spam", "junk", "favorite", "favourite", "done", "complete", "completed", "finished", "resolved",
            "answered", "handled", "reviewed", "checked", "paid",
        "sold", "available", "visible", "private", "public", "default", "primary", "urgent", "sensitive", "duplicate", "safe", "trusted", "attended", "absent",
            "present", "delivered",
    };

    private static readonly HashSet<string> Setting = new(StringComparer.Ordinal) { "mark", "set", "flag", "make", "update", "put", "change" };

    private static readonly HashSet<string> Silent =
        new(StringComparer.Ordinal) { "as", "is", "to", "the", "a", "an", "all", "by", "id", "it", "one", "in", "of", "on", "for" };

    /// <summary>Whether a path's tail is a mark and no thing: <c>/letters/{id}/unread</c>.</summary>
    public static bool IsMark(IReadOnlyList<string> tail) =>
        tail.Count == 1 && (Adjectives.Contains(tail[0])
            || VerbLexicon.IsMark(tail[0])
            || (Negated(tail[0]) is { } base_ && (Adjectives.Contains(base_) || VerbLexicon.IsMark(base_))));

    /// <summary>Whether a result shows the mark, as the thing itself does: <c>{"id": "7", "read": false}</c>.</summary>
    public static bool AreShown(IReadOnlyList<string> tail, SchemaNode payload) => payload.Properties.Any(p =>
        p.Node.Kind == NodeKind.Boolean
            && Words.Snake(p.Name) is var name
            && (name == tail[0] || name == $"is_{tail[0]}" || name == Negated(tail[0]) || name == $"is_{Negated(tail[0])}"));

    /// <summary>Whether the tool's name says that it leaves a mark, whatever the table has.</summary>
    public static bool AreSaid(ToolReading reading) => Said(reading).Any(s => Known(s.Word));

    /// <summary>Sets the sketch on the column that the name speaks of; false where it speaks of none.</summary>
    public static bool Bind(EffectSketch sketch, TablePlan table)
    {
        var said = Said(sketch.Reading).ToList();
        foreach (var (word, value) in said)
        {
            if (Column(table, word) is { } column)
            {
                return Set(sketch, table, column, value);
            }

            if (Negated(word) is { } positive && Column(table, positive) is { } other)
            {
                return Set(sketch, table, other, !value);
            }

            if (Column(table, "un" + word) is { } opposite)
            {
                return Set(sketch, table, opposite, !value);
            }
        }

        return Status(sketch, table, said) || Make(sketch, table, said);
    }

    /// <summary>The column that a step switches on or off, and which of both; null where the table has none of the verb's words.</summary>
    public static (ColumnPlan Column, bool Value)? Switched(string verb, TablePlan table)
    {
        var known = VerbLexicon.Find(verb);
        foreach (var (word, value) in (known?.Marks ?? []).Select(w => (w, true)).Concat((known?.Unmarks ?? []).Select(w => (w, false))))
        {
            if (Column(table, word) is { } column)
            {
                return (column, value);
            }
        }

        return null;
    }

    /// <summary>The words of the name that may be a mark, each with whether it is set or taken away.</summary>
    private static IEnumerable<(string Word, bool Value)> Said(ToolReading reading)
    {
        var about = reading.Resource.Split('_').SelectMany(w => new[] { w, Words.Plural(w) }).ToHashSet(StringComparer.Ordinal);
        var sets = reading.Said.Any(Setting.Contains) || (reading.Said.Count > 0 && IsMark([reading.Said[^1]]));

        // DELETE /letters/{id}/star takes the star away.
        var given = !string.Equals(reading.Tool.Http?.Method, "DELETE", StringComparison.OrdinalIgnoreCase);
        foreach (var word in reading.Said)
        {
            var verb = about.Contains(word) ? null : VerbLexicon.Find(word);
            if (verb is { Unmarks.Count: > 0 })
            {
                foreach (var mark in verb.Unmarks)
                {
                    yield return (mark, false);
                }
            }
            else if (verb is { Marks.Count: > 0 })
            {
                foreach (var mark in verb.Marks.Append(word))
                {
                    yield return (mark, given);
                }
            }
            else if (Negated(word) is { } positive && VerbLexicon.Find(positive) is { Marks.Count: > 0 } taken)
            {
                yield return (taken.Marks[0], false);
            }
            else if (sets
                && Verbs.ClassOf(word) is not VerbClass.Update and not VerbClass.Create
                && !Setting.Contains(word)
                && !Silent.Contains(word)
                && !about.Contains(word)
                && word.All(char.IsLetter))
            {
                // A DELETE that is called "mark unread" says it twice and means it once.
                yield return (word, given || Negated(word) is not null);
            }
        }
    }

    private static bool Known(string word) => Adjectives.Contains(word)
        || VerbLexicon.IsMark(word)
        || (Negated(word) is { } positive && (Adjectives.Contains(positive) || VerbLexicon.IsMark(positive)));

    private static string? Negated(string word) => word.Length > 4 && word.StartsWith("un", StringComparison.Ordinal) ? word[2..]
        : word.Length > 5 && word.StartsWith("not", StringComparison.Ordinal) ? word[3..] : null;

    private static ColumnPlan? Column(TablePlan table, string word) =>
        table.Columns.FirstOrDefault(c => c.Type == ColumnType.Boolean
            && Words.Snake(c.Name) is var name
            && (name == word || name == $"is_{word}" || name == $"has_{word}" || name == $"{word}_flag"));

    private static bool Set(EffectSketch sketch, TablePlan table, ColumnPlan column, bool value)
    {
        if (!sketch.Told.Say(EffectKinds.The<TransitionKind>(), Source.Schema))
        {
            return false;
        }

        column.Facts.Nullable.Say(false, Source.Schema);
        column.Demanded = true;
        sketch.Changed = column;
        sketch.Target = value;

        // Marking what is marked already is no mistake.
        sketch.Starts.Say([Value.False, Value.True], Source.Convention);
        sketch.Evidence.Add($"The name says that it sets {table.Name}.{column.Name} to {(value ? "true" : "false")}.");
        return true;
    }

    /// <summary>A status of this name: mark_as_shipped leads an order to "shipped".</summary>
    private static bool Status(EffectSketch sketch, TablePlan table, List<(string Word, bool Value)> said)
    {
        if ((table.Status ?? StatusColumns.Of(table)) is not { Type: ColumnType.String, Enum: { } values } status)
        {
            return false;
        }

        foreach (var target in said.Where(s => s.Value).SelectMany(s => values.Where(v => v.IsString && Words.Snake(v.AsString) == s.Word)))
        {
            if (!sketch.Told.Say(EffectKinds.The<TransitionKind>(), Source.Schema))
            {
                return false;
            }

            table.Status = status;
            status.Demanded = true;
            status.Facts.Nullable.Say(false, Source.Schema);
            sketch.Target = target;
            return true;
        }

        return false;
    }

    /// <summary>A column for a mark that nothing shows: the name alone says that there is one.</summary>
    private static bool Make(EffectSketch sketch, TablePlan table, List<(string Word, bool Value)> said)
    {
        foreach (var (word, value) in said)
        {
            var negative = !Adjectives.Contains(word) && !VerbLexicon.IsMark(word);
            var mark = negative ? Negated(word) : word;
            if (mark is not null && Known(mark) && ColumnMatcher.Exact(table, mark) is null)
            {
                var column =
                    TableBuilder.Put(table, mark, null, $"{sketch.Name}: the name says that {Listing.Article(Words.Phrase(table.Singular))} is marked");
                column.Facts.Type.Correct(ColumnType.Boolean);
                column.Semantic = null;
                return Set(sketch, table, column, value != negative);
            }
        }

        return false;
    }
}
