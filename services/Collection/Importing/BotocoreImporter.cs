using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Importing.OpenApi;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Text;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>
/// botocore service models. Shapes are first rewritten as schemas under <c>shapes</c>, so that one compiler serves all
/// formats and recursive shapes need no care of their own.
/// </summary>
internal sealed class BotocoreImporter : IToolImporter
{
    public string Format => "botocore";

    public bool Recognizes(JsonElement root) =>
        root.ObjectMember("operations") is not null && root.ObjectMember("shapes") is not null && root.ObjectMember("metadata") is not null;

    public void Import(ImportContext context)
    {
        var root = context.Document.Root;
        var metadata = root.ObjectMember("metadata")!.Value;
        var service = metadata.TextMember("serviceId") ?? metadata.TextMember("endpointPrefix") ?? metadata.TextMember("serviceFullName") ?? "service";
        var provider = "amazonaws.com:" + ApiIdentity.Slug(service);
        var shapes = new LoadedDocument(context.Document.Item, BotocoreShapes.ToSchemas(root.ObjectMember("shapes")!.Value), context.Document.PointerPrefix);
        foreach (var operation in root.ObjectMember("operations")!.Value.DistinctMembers())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var locator = context.Locator("operations", operation.Name);
            if (operation.Value.ValueKind != JsonValueKind.Object)
            {
                context.Reject(locator, operation.Name, "malformed_operation", $"the operation is {operation.Value.ValueKind}, not an object");
                continue;
            }

            ImportOperation(context, metadata, provider, service, shapes, operation, locator);
        }
    }

    private static void ImportOperation(
        ImportContext context, JsonElement metadata, string provider, string service, LoadedDocument shapes, JsonProperty operation, string locator)
    {
        var name = ToolNames.Spell(operation.Value.TextMember("name") ?? operation.Name);
        var arguments = new ArgumentsBuilder(context.Requests, context.Repairs);
        if (operation.Value.ObjectMember("input")?.TextMember("shape") is { } input && Shape(shapes, input) is { } structure)
        {
            var required = SchemaParts.Of(shapes, structure, context.References).Required();
            foreach (var member in structure.ObjectMember("properties")?.DistinctMembers() ?? [])
            {
                arguments.Add(member.Name, BotocoreShapes.Location(member.Value), required.Contains(member.Name), shapes, member.Value,
                    member.Value.TextMember("description"));
            }
        }

        if (context.Build(arguments, locator, name) is not var (parameters, facts))
        {
            return;
        }

        var text = operation.Value.TextMember("documentation") is { } documentation ? Descriptions.Clean(documentation, context.Options.DescriptionLength) : "";
        if (text.Length == 0)
        {
            context.Repairs.Add("description_derived");
        }

        // Nearly every operation is a POST there, so the method does not tell reads from writes.
        var (effect, evidence) = EffectClassifier.Classify(null, name, text, methodTells: false);
        var http = operation.Value.ObjectMember("http");
        var output = operation.Value.ObjectMember("output")?.TextMember("shape") is { } shape && Shape(shapes, shape) is { } result
            ? context.Responses.Compile(shapes, result)
            : null;
        var returns = DraftReturns.Of(context, output, effect, name, "", parameters);
        var resource = string.Concat(Words.Split(name).Skip(1).Select(Words.Singular));
        context.Accept(new ToolDraft
        {
            Provider = provider,
            Name = name,
            SourceName = operation.Value.TextMember("name") ?? operation.Name,
            OperationKey = $"{provider}|{name.ToLowerInvariant()}",
            Version = metadata.TextMember("apiVersion") ?? "",
            Description = text.Length > 0 ? text : $"{Words.Sentence(name)} ({service}).",
            DescriptionDerived = text.Length == 0,
            Parameters = parameters,
            ParameterFacts = facts,
            Returns = returns.Schema,
            ReturnsOrigin = returns.Origin,
            Effect = effect,
            EffectEvidence = evidence,
            Http = http?.TextMember("requestUri") is { } uri ? new HttpOperation(http?.TextMember("method") ?? "POST", uri) : null,
            Source = new ToolSource(context.Document.Item.Uri, locator, "botocore", null),
            Resource = resource,
            Errors = Errors(context, operation.Value),
        });
    }

    private static List<DeclaredError>? Errors(ImportContext context, JsonElement operation)
    {
        var errors = new List<DeclaredError>();
        foreach (var error in (operation.ArrayMember("errors")?.EnumerateArray() ?? default).Take(12))
        {
            if (error.TextMember("shape") is { } shape)
            {
                var definition = context.Document.Root.ObjectMember("shapes")?.ObjectMember(shape);
                var status = definition?.ObjectMember("error")?.Member("httpStatusCode")?.ToString() ?? shape;
                var text = definition?.TextMember("documentation") ?? shape;
                errors.Add(new DeclaredError(status, Descriptions.Clean(text, 160)));
            }
        }

        return errors.Count > 0 ? errors : null;
    }

    private static JsonElement? Shape(LoadedDocument shapes, string name) => shapes.Root.ObjectMember("shapes")?.ObjectMember(name);
}
