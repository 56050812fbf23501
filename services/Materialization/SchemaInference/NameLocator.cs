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
    /// A name that begins with a word that is rarely a verb, where a required amount says that it is one: <c>deposit(account_id, amount)</c>.
    /// </summary>
    private static ToolName? Rare(ToolSpecification tool, IReadOnlyList<string> words) =>
        VerbLexicon.Find(words[0]) is { IsRare: true } verb
            && (tool.Effect == ToolEffect.Write
                || SchemaDocument.Read(tool.Parameters).Properties.Any(p => p.Required && ColumnRoles.IsMoney(p.Name, p.Node.Kind)))
            ? new ToolName(verb.Key, verb.Class, [.. words.Skip(1)], [], false)
            : null;
}
