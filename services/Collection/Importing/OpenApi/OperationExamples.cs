using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>Collects documented requests and responses as evidence for the fidelity check, bounded in number and size.</summary>
internal sealed class OperationExamples(ReferenceResolver references)
{
    private const int Maximum = 2;
    private const int MaximumBytes = 6000;

    private readonly Dictionary<string, JsonElement> _parameters = new(StringComparer.Ordinal);
    private readonly List<JsonElement> _bodies = [];
    private IReadOnlyList<JsonElement> _responses = [];

    /// <summary>Whether the body is one argument and not spread over several.</summary>
    public bool BodyIsWhole { get; set; }

    public void AddParameter(string argument, JsonElement parameter, JsonElement? schema)
    {
        var example = Of(parameter, references, null).Cast<JsonElement?>().FirstOrDefault() ?? schema?.Member("example");
        if (example is { } value)
        {
            _parameters[argument] = value;
        }
    }

    public void AddBody(JsonElement media, JsonElement? schema, LoadedDocument document)
    {
        _bodies.AddRange(Of(media, references, document));
        if (_bodies.Count == 0 && schema is { } declared)
        {
            var target = declared.TextMember("$ref") is { } reference ? references.Resolve(document, reference)?.Element ?? declared : declared;
            if (target.Member("example") is { } example)
            {
                _bodies.Add(example);
            }
        }
    }

    public void AddResponses(IReadOnlyList<JsonElement> responses) => _responses = responses;

    /// <summary>Returns the examples of an object with <c>example</c> or <c>examples</c>.</summary>
    public static IEnumerable<JsonElement> Of(JsonElement owner, ReferenceResolver references, LoadedDocument? document)
    {
        if (owner.Member("example") is { } single)
        {
            yield return single;
            yield break;
        }

        foreach (var named in (owner.ObjectMember("examples")?.DistinctMembers() ?? []).Take(Maximum))
        {
            var example = named.Value;
            if (document is not null && example.TextMember("$ref") is { } reference)
            {
                example = references.Resolve(document, reference)?.Element ?? default;
            }

            if ((example.Member("value") ?? example.Member("dataValue")) is { } value)
            {
                yield return value;
            }
        }
    }

    /// <summary>Pairs requests and responses by order. Arguments are given only if every required one has an example.</summary>
    public IReadOnlyList<ToolExample>? Build(JsonElement parameters)
    {
        var required = (ToolSchema.Read(parameters).Resolved?.Required ?? []).ToHashSet(StringComparer.Ordinal);
        var count = Math.Min(Maximum, Math.Max(Math.Max(_bodies.Count, _responses.Count), _parameters.Count > 0 ? 1 : 0));
        var result = new List<ToolExample>(count);
        for (var index = 0; index < count; index++)
        {
            var arguments = Arguments(index, parameters, required);
            JsonElement? response = index < _responses.Count ? Bounded(_responses[index]) : null;
            if (arguments is not null || response is not null)
            {
                result.Add(new ToolExample(arguments, response));
            }
        }

        return result.Count > 0 ? result : null;
    }

    private JsonElement? Arguments(int index, JsonElement parameters, IReadOnlySet<string> required)
    {
        var values = new Dictionary<string, JsonElement>(_parameters, StringComparer.Ordinal);
        if (index < _bodies.Count)
        {
            if (BodyIsWhole)
            {
                values["body"] = _bodies[index];
            }
            else
            {
                foreach (var member in _bodies[index].DistinctMembers())
                {
                    values[member.Name] = member.Value;
                }
            }
        }

        if (values.Count == 0 || !required.All(values.ContainsKey))
        {
            return null;
        }

        var known = parameters.GetProperty("properties");
        return Bounded(JsonBuffer.Element(writer =>
        {
            writer.WriteStartObject();
            foreach (var property in known.EnumerateObject().Where(property => values.ContainsKey(property.Name)))
            {
                writer.WritePropertyName(property.Name);
                values[property.Name].WriteClean(writer);
            }

            writer.WriteEndObject();
        }));
    }

    private static JsonElement? Bounded(JsonElement value) =>
        value.ValueKind != JsonValueKind.Undefined && System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value).Length <= MaximumBytes
            ? value.Clean()
            : null;
}
