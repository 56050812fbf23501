using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Importing.OpenApi;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Text;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>Makes drafts from functions, which have no method and no path.</summary>
internal static class FunctionDrafts
{
    public static void Add(ImportContext context, FunctionDescription function)
    {
        var name = ToolNames.Spell(function.Name);
        if (name.Length == 0)
        {
            // A name in another script has no legal character, so the provider and the position name the tool.
            name = ToolNames.Spell($"{function.Provider}_tool");
            context.Repairs.Add("name_replaced");
        }
        else if (name != function.Name)
        {
            context.Repairs.Add("name_spelled");
        }

        var document = new LoadedDocument(context.Document.Item, function.SchemaRoot, function.Locator, context.Document);
        var compiler = new SchemaCompiler(context.References, SchemaUse.Request, context.Repairs, context.Unread);
        var arguments = new ArgumentsBuilder(compiler, context.Repairs);
        foreach (var parameter in function.Parameters)
        {
            var home = parameter.Document ?? document;
            if (parameter.Schema is { ValueKind: JsonValueKind.False })
            {
                context.Repairs.Add("forbidden_parameter_left_out");
                continue;
            }

            arguments.Add(parameter.Name, parameter.Location, parameter.Required, home, parameter.Schema, parameter.Description);
        }

        if (function.Demands is { } demands)
        {
            arguments.AddDemands(demands);
        }

        if (context.Build(arguments, function.Locator, function.Name) is not var (parameters, facts))
        {
            return;
        }

        var text = function.Description is { } written ? Descriptions.Clean(written, context.Options.DescriptionLength) : "";
        var derived = text.Length == 0;
        if (derived)
        {
            context.Repairs.Add("description_derived");
            text = Words.Sentence(name.Length > 0 ? name : function.Provider) + ".";
        }

        var own = ToolNames.Own(function.Name, function.Provider);
        var (effect, evidence) = function.DeclaredEffect != ToolEffect.Unknown
            ? (function.DeclaredEffect, "annotation of the source")
            : EffectClassifier.Classify(function.Http?.Method, own, text, methodTells: function.Http is not null);
        var declared = function.Returns is { } returns
            ? new SchemaCompiler(context.References, SchemaUse.Response, context.Repairs, context.Unread).Compile(document, returns)
            : null;
        var returned = DraftReturns.Of(context, declared is { Json.Length: > 2 } ? declared : null, effect, own, function.Resource, parameters);
        context.Accept(new ToolDraft
        {
            Provider = function.Provider,
            Name = name,
            SourceName = function.Name,
            OperationKey = function.Http is { } http
                ? $"{http.Method} {function.Provider}|{ApiIdentity.Unversioned(http.Path)}|{name.ToLowerInvariant()}"
                : $"{function.Provider}|{name.ToLowerInvariant()}",
            Version = function.Version,
            Description = text,
            DescriptionDerived = derived,
            Parameters = parameters,
            ParameterFacts = facts,
            Returns = returned.Schema,
            ReturnsOrigin = returned.Origin,
            Effect = effect,
            EffectEvidence = evidence,
            Http = function.Http,
            Source = new ToolSource(context.Document.Item.Uri, function.Locator, function.Format, function.License),
            Resource = function.Resource,
            Examples = function.Examples,
        });
    }

    /// <summary>Returns the provider of a list that names none: the file, without its extensions.</summary>
    public static string ProviderOf(ImportContext context)
    {
        var file = context.Document.Item.Path.Split('/')[^1];
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        return ApiIdentity.Slug(dot > 0 ? file[..dot] : file);
    }

    /// <summary>Reads the parameters of an object schema: <c>{"type":"object","properties":{...},"required":[...]}</c>, with its forms joined.</summary>
    public static FunctionArguments OfSchema(ImportContext context, JsonElement schema)
    {
        // A whole schema in the place of its properties is opened.
        if (schema.ObjectMember("properties") is { } wrapped
            && wrapped.TextMember("type") is "object" or "dict"
            && wrapped.ObjectMember("properties") is not null)
        {
            context.Repairs.Add("nested_schema_opened");
            schema = wrapped;
        }

        var document = new LoadedDocument(context.Document.Item, schema, parent: context.Document);
        var parts = context.Unions.Subtypes(document, schema) is { } parent
            ? SchemaParts.Of(parent.Document, parent.Schema, context.References)
            : SchemaParts.Of(document, schema, context.References);
        if (context.Unions.Choices(parts) is { } union)
        {
            parts = SchemaParts.Of(union.Document, union.Schema, context.References);
        }

        var required = parts.Required();
        var parameters = parts.Properties().Select(property => new FunctionParameter(
            property.Name,
            property.Schema,
            required.Contains(property.Name) || property.Schema.FlagMember("required"),
            property.Schema.TextMember("description"),
            Document: property.Document)).ToList();
        return new FunctionArguments(parameters, parts, parameters.Count > 0 ? null : Refusal(context, document, schema, parts));
    }

    /// <summary>Explains why a schema without properties does not mean "no arguments"; null if it does.</summary>
    private static string? Refusal(ImportContext context, LoadedDocument document, JsonElement schema, SchemaParts parts)
    {
        if (parts.Keyword("type")?.Value.Text() is { } type && TypeNames.Normalize(type) is { Name: not ("object" or "null") and var name })
        {
            return $"its schema is of type {name}, not an object with arguments as its members";
        }

        if (schema.Reference() is { } reference && context.References.Resolve(document, reference) is null)
        {
            return $"its schema is the reference '{reference}', which leads nowhere";
        }

        return parts.Choices().Any() ? "its schema is a choice none of whose forms names an argument" : null;
    }
}
