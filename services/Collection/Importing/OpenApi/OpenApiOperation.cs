using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Text;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>Imports one operation.</summary>
internal sealed class OpenApiOperation(
    ImportContext context, OpenApiDocument api, LoadedDocument home, string writtenPath, JsonElement pathItem, string method, JsonElement operation,
        string locator)
{
    private readonly ArgumentsBuilder _arguments = new(context.Requests, context.Repairs);
    private readonly OperationExamples _examples = new(context.References);
    private PathTemplate _template = PathTemplate.Parse(writtenPath, _ => false);

    /// <summary>The path with plain variables.</summary>
    private string Path => _template.Plain;

    public void Import()
    {
        var name = NameOf();
        if (operation.ValueKind != JsonValueKind.Object)
        {
            context.Reject(locator, name, "malformed_operation", $"the operation is {operation.ValueKind}, not an object");
            return;
        }

        if (method is "OPTIONS" or "TRACE")
        {
            context.Reject(locator, name, "protocol_method", $"{method} serves the protocol (preflight, diagnosis), no task");
            return;
        }

        context.Unread.Note("operation", operation, OpenApiMembers.Operation);
        AddParameters();
        AddBody();
        AddMissingVariables();
        if (context.Build(_arguments, locator, name) is not var (parameters, facts))
        {
            return;
        }

        var response = OperationResponse.Of(context, home, operation);
        var words = Words.Sentence(name);
        var (description, derived) = DescriptionOf(words);
        var (effect, evidence) = EffectClassifier.Classify(method, EffectName(), description);
        var http = new HttpOperation(method, Path);
        var resource = Resource();
        var returns = DraftReturns.Of(context, response.Schema, effect, name, resource, parameters);
        _examples.AddResponses(response.Examples);
        context.Accept(new ToolDraft
        {
            Provider = api.Identity.Provider,
            Name = name,
            SourceName = operation.TextMember("operationId") is { } id && ToolNames.Spell(id).Length > 0 ? id : null,
            OperationKey = api.Identity.OperationKey(method, Path),
            Version = api.Identity.Version,
            Description = description,
            DescriptionDerived = derived,
            Parameters = parameters,
            ParameterFacts = facts,
            Returns = returns.Schema,
            ReturnsOrigin = returns.Origin,
            Effect = effect,
            EffectEvidence = evidence,
            Http = http,
            Source = new ToolSource(context.Document.Item.Uri, locator, api.Format, api.Identity.License),
            Resource = resource,
            Examples = _examples.Build(JsonBuffer.Element(parameters)),
            Errors = response.Errors,
        });
    }

    private string NameOf()
    {
        if (operation.TextMember("operationId") is { } id && ToolNames.Spell(id) is { Length: > 0 } spelled)
        {
            return spelled;
        }

        context.Repairs.Add("operation_id_missing");
        var segments = Path.Split('/', '?', '&', '=').Where(segment => segment.Length > 0 && !ApiIdentity.IsVersion(segment))
            .Select(segment => segment.Contains('{', StringComparison.Ordinal) ? "by_" + segment.Replace('{', ' ').Replace('}', ' ').Trim() : segment);
        var made = ToolNames.Spell($"{method.ToLowerInvariant()}_{string.Join('_', segments)}");
        return made.Length == 0 ? method.ToLowerInvariant() : made.Replace("__", "_", StringComparison.Ordinal);
    }

    /// <summary>Returns the name from which the effect is read. A custom method after a colon says more than the operation's id.</summary>
    private string EffectName()
    {
        var colon = Path.LastIndexOf(':');
        var custom = colon > Path.LastIndexOf('/') && colon >= 0 && Path.IndexOf('}', colon) < 0 ? Path[(colon + 1)..] : null;
        var id = operation.TextMember("operationId");
        // "projects.datasets.query" and "Users_List" put the verb last.
        var last = id?.Split('.', '_', '/')[^1];
        return custom ?? (last is { Length: > 1 } ? last : null) ?? Path.Split('/').LastOrDefault(segment => segment.Length > 0 && !segment.StartsWith('{'))
            ?? "";
    }

    private (string Text, bool Derived) DescriptionOf(string words)
    {
        var length = context.Options.DescriptionLength;
        var summary = operation.TextMember("summary") is { } brief ? Descriptions.Clean(brief, 300) : "";
        var description = operation.TextMember("description") is { } text ? Descriptions.Clean(text, length) : "";
        if (description.Length > 0)
        {
            var known = summary.Length == 0 || description.Contains(summary.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
                || description.Length + summary.Length + 2 > length;
            return (known ? description : $"{summary.TrimEnd('.')}. {description}", false);
        }

        if (summary.Length > 0)
        {
            return (summary, false);
        }

        if ((pathItem.TextMember("summary") ?? pathItem.TextMember("description")) is { } shared)
        {
            return (Descriptions.Clean(shared, length), false);
        }

        context.Repairs.Add("description_derived");
        var title = context.Document.Root.ObjectMember("info")?.TextMember("title");
        return (title is null ? words + "." : Descriptions.Clean($"{words} ({title}).", length), true);
    }

    /// <summary>Returns the resource of the operation: the parts of the path that name collections, not single items.</summary>
    private string Resource() =>
        string.Join('/', Path.Split('?')[0].Split('/')
            .Where(segment => segment.Length > 0 && !segment.Contains('{', StringComparison.Ordinal) && !ApiIdentity.IsVersion(segment))
            .Select(segment => segment.Split(':')[0]));

    private void AddParameters()
    {
        var own = Resolved(operation).ToList();
        var overridden = own.Select(parameter => (parameter.Name, parameter.In)).ToHashSet();
        var all = Resolved(pathItem).Where(parameter => !overridden.Contains((parameter.Name, parameter.In))).Concat(own)
            .OrderBy(parameter => parameter.In == "path" ? 0 : 1).ToList();
        var declared = all.Where(parameter => parameter.In == "path").Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        _template = PathTemplate.Parse(writtenPath, declared.Contains);
        if (all.Count(parameter => parameter.In == "body") is var bodies and > 1)
        {
            // A request has one body. The members of both are arguments, because the document does not say which one is meant.
            context.Repairs.Add("body_repeated", bodies - 1);
        }

        all.ForEach(parameter => AddParameter(parameter.In == "path" ? parameter with { Name = VariableOf(parameter.Name, declared) } : parameter));
    }

    /// <summary>
    /// Returns the path variable of a parameter: the one with its name, else the one with its name without template marks, else the only undeclared
    /// one that differs in case and separators alone.
    /// </summary>
    private string VariableOf(string name, HashSet<string> declared)
    {
        if (_template.Variables.Contains(name))
        {
            return name;
        }

        var bare = PathTemplate.NameOf(name.Trim('{', '}'));
        var alike = _template.Variables.Contains(bare)
            ? [bare]
            : _template.Variables.Where(variable => !declared.Contains(variable) && Bare(variable) == Bare(name)).ToList();
        if (alike is not [var only])
        {
            return name;
        }

        context.Repairs.Add("path_parameter_matched");
        return only;

        static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    private IEnumerable<(string Name, string In, LoadedDocument Document, JsonElement Element)> Resolved(JsonElement owner)
    {
        if (owner.Member("parameters") is { ValueKind: not JsonValueKind.Array })
        {
            context.Repairs.Add("parameters_no_list");
        }

        foreach (var written in owner.ArrayMember("parameters")?.EnumerateArray() ?? default)
        {
            if (written.ValueKind != JsonValueKind.Object)
            {
                context.Repairs.Add("parameter_no_object");
                continue;
            }

            var (document, element) = (home, written);
            if (written.TextMember("$ref") is { } reference)
            {
                if (context.References.Resolve(home, reference) is not { } target)
                {
                    context.Repairs.AddBroken("parameter_unresolved", home, reference);
                    continue;
                }

                (document, element) = (target.Document, target.Element);
            }

            if (element.TextMember("name") is { } name)
            {
                yield return (name, element.TextMember("in")?.ToLowerInvariant() ?? "query", document, element);
            }
            else
            {
                context.Repairs.Add("parameter_without_name");
            }
        }
    }

    private void AddParameter((string Name, string In, LoadedDocument Document, JsonElement Element) parameter)
    {
        var (name, location, document, element) = parameter;
        if (location == "cookie" || api.IsTransport(name, location))
        {
            context.Repairs.Add("transport_parameter_left_out");
            return;
        }

        context.Unread.Note("parameter", element, OpenApiMembers.Parameter, name => SchemaKeywords.IsRead(name));
        if (location == "body")
        {
            AddObject(document, element.ObjectMember("schema"), element.FlagMember("required"), element.TextMember("description"), "body");
            return;
        }

        var media = MediaTypes.Choose(context, document, element.Member("content"));
        var schema = element.ObjectMember("schema") ?? media?.Schema;
        var home = element.ObjectMember("schema") is null && media is not null ? media.Document : document;
        if (location == "querystring" && schema is not null)
        {
            AddObject(home, schema, element.FlagMember("required"), element.TextMember("description"), "query", name);
            return;
        }

        if (schema is null && (element.Member("type") is not null || element.Member("enum") is not null || element.ArrayMember("allOf") is not null))
        {
            schema = element;
        }

        if (schema is null)
        {
            context.Repairs.Add("parameter_without_type");
        }

        if (location == "path" && !_template.Variables.Contains(name))
        {
            context.Repairs.Add("path_parameter_without_place");
        }

        // A variable that is not in the path is not needed to fill it. A variable marked as optional is required where the document says so.
        var required = location == "path"
            ? _template.Variables.Contains(name) && (!_template.Optional.Contains(name) || element.FlagMember("required"))
            : element.FlagMember("required");
        if (element.TextMember("x-ms-visibility") == "internal" && (schema ?? element).Member("default") is not null)
        {
            context.Repairs.Add("transport_parameter_left_out");
            return;
        }

        var place = location == "formdata" ? "body" : location;
        if (_arguments.Add(name, place, required, home, schema, element.TextMember("description") ?? element.TextMember("x-ms-summary")) is { } argument)
        {
            _examples.AddParameter(argument, element, schema);
        }
    }

    /// <summary>Adds the path variables that are not declared.</summary>
    private void AddMissingVariables()
    {
        foreach (var variable in _template.Variables.Where(variable => !_arguments.Has(variable)))
        {
            context.Repairs.Add("path_parameter_added");
            _arguments.Add(variable, "path", !_template.Optional.Contains(variable), home, null, $"The {string.Join(' ', Words.Split(variable))} in the path.");
        }

        foreach (var name in _template.Query.Where(name => !_arguments.Has(name)))
        {
            context.Repairs.Add("query_parameter_added");
            _arguments.Add(name, "query", false, home, null, $"The {string.Join(' ', Words.Split(name))} of the query.");
        }
    }

    private void AddBody()
    {
        if (operation.ObjectMember("requestBody") is not { } body)
        {
            return;
        }

        var document = home;
        if (body.TextMember("$ref") is { } reference)
        {
            if (context.References.Resolve(home, reference) is not { } target)
            {
                context.Repairs.AddBroken("body_unresolved", home, reference);
                return;
            }

            (document, body) = (target.Document, target.Element);
        }

        context.Unread.Note("request_body", body, OpenApiMembers.RequestBody);
        if (MediaTypes.Choose(context, document, body.Member("content")) is { } media)
        {
            AddObject(media.Document, media.Schema, body.FlagMember("required"), body.TextMember("description"), "body");
            _examples.AddBody(media.Element, media.Schema, media.Document);
        }
    }

    /// <summary>
    /// Makes the properties of an object single arguments, with those of its forms and subtypes. If one of them has the name of another argument, or
    /// if the schema is not an object with properties, the whole object is one argument.
    /// </summary>
    private void AddObject(LoadedDocument document, JsonElement? schema, bool required, string? description, string location, string whole = "body")
    {
        if (schema is not { } declared)
        {
            _arguments.Add(whole, location, required, document, null, description ?? "The body of the request.");
            return;
        }

        var parts = context.Requests.PartsOf(document, declared);
        if ((parts.Properties().Count > 0 || parts.Keyword("discriminator") is not null) && context.Unions.Choices(parts) is { } union)
        {
            parts = SchemaParts.Of(union.Document, union.Schema, context.References);
        }

        var properties = parts.Properties().Where(property => !context.Requests.Hidden(property.Document, property.Schema)).ToList();
        if (properties.Count == 0 || properties.Exists(property => _arguments.Has(property.Name)) || parts.Keyword("type")?.Value.Text() == "array")
        {
            if (properties.Count > 0)
            {
                context.Repairs.Add("body_kept_whole");
            }

            _arguments.Add(whole, location, required, document, declared, description);
            _examples.BodyIsWhole |= location == "body";
            return;
        }

        var needed = parts.Required();
        foreach (var property in properties)
        {
            _arguments.Add(
                property.Name,
                location,
                needed.Contains(property.Name) || property.Schema.FlagMember("required"),
                property.Document,
                property.Schema,
                null);
        }

        _arguments.AddDemands(parts);
    }
}
