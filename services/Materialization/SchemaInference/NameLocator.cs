using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Reads off a name alone what a tool works on and does.</summary>
internal static class NameLocator
{
    public static ToolLocation Of(ToolSpecification tool, ToolName name, IReadOnlyList<string> words)
    {
        name = name.VerbClass == VerbClass.None && tool.Effect != ToolEffect.Read ? Rare(tool, words) ?? name : name;
        var verbClass = name.VerbClass == VerbClass.None && tool.Effect == ToolEffect.Write ? VerbClass.Act : name.VerbClass;
        if (verbClass is VerbClass.None or VerbClass.Act && Unknown(tool, words) is { } unknown)
        {
            return unknown;
        }

        var resource = Words.ResourceKey(name.Noun);
        if (verbClass is VerbClass.Create && Verbs.CreatedThing(name.Verb) is { } thing && !resource.EndsWith(thing, StringComparison.Ordinal)
            && !(name.Noun.Count > 0 && name.Noun[^1] is "appointment" or "meeting" or "call" or "event" or "reservation" or "booking"))
        {
            resource = thing;
        }

        if (resource.Length == 0)
        {
            resource = name.Verb.Length > 0 ? verbClass == VerbClass.Send ? "message" : name.Verb : Words.ResourceKey(words);
        }

        return new ToolLocation(name.Verb, verbClass, resource, false, [], []);
    }

    /// <summary>
    /// A name whose verb no list knows: <c>decide_claim(claim_id)</c> changes the thing that stands behind it where an argument names one, and makes one where
    /// only the answer does.
    /// </summary>
    private static ToolLocation? Unknown(ToolSpecification tool, IReadOnlyList<string> words)
    {
        if (words.Count < 2 || !(tool.Effect == ToolEffect.Write || (tool.Effect == ToolEffect.Unknown && IsOrder(tool.Description, words[0]))))
        {
            return null;
        }

        var thing = Words.ResourceKey([.. words.Skip(1)]);
        return Has(SchemaDocument.Read(tool.Parameters), thing) ? new ToolLocation(words[0], VerbClass.Update, thing, false, [], [])
            : Has(SchemaDocument.Read(tool.Returns), thing) ? new ToolLocation(words[0], VerbClass.Create, thing, false, [], [])
            : null;
    }

    private static bool Has(SchemaNode node, string thing) => node.Properties.Any(p => Words.Snake(p.Name) == $"{thing}_id");

    /// <summary>Whether a description begins with the verb and what it is done to: "File a claim".</summary>
    private static bool IsOrder(string description, string verb) =>
        Words.Split(description.Length > 80 ? description[..80] : description) is [var first, var second, ..] && first == verb && second is "a" or "an"
            or "the" or "one" or "this" or "another" or "some";

    /// <summary>
    /// A name that begins with a word that is rarely a verb, where a required amount says that it is one: <c>deposit(account_id, amount)</c>.
    /// </summary>
    private static ToolName? Rare(ToolSpecification tool, IReadOnlyList<string> words) =>
        VerbLexicon.Find(words[0]) is { IsRare: true } verb
            && (tool.Effect == ToolEffect.Write
                || SchemaDocument.Read(tool.Parameters).Properties.Any(p => p.Required && ColumnRoles.IsMoney(p.Name, p.Node.Kind)))
            ? new ToolName(verb.Key, verb.Class, [.. words.Skip(1)], [], false)
            : null;
}
