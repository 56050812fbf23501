using System.Collections.Frozen;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>The members of OpenAPI's objects that the importer reads. Others are counted as unread.</summary>
internal static class OpenApiMembers
{
    public static readonly FrozenSet<string> Document = FrozenSet.Create(
        StringComparer.Ordinal,
        "openapi", "swagger", "$self", "info", "servers", "host", "basePath", "paths", "components", "definitions", "parameters", "responses",
            "securityDefinitions",
        "jsonSchemaDialect", "requestBodies");

    public static readonly FrozenSet<string> Info = FrozenSet.Create(StringComparer.Ordinal, "title", "version", "license", "x-providerName", "x-serviceName");

    public static readonly FrozenSet<string> Operation = FrozenSet.Create(
        StringComparer.Ordinal, "operationId", "summary", "description", "parameters", "requestBody", "responses");

    public static readonly FrozenSet<string> Parameter = FrozenSet.Create(
        StringComparer.Ordinal, "name", "in", "required", "schema", "content", "description", "example", "examples", "x-example", "x-ms-visibility", "$ref");

    public static readonly FrozenSet<string> RequestBody = FrozenSet.Create(StringComparer.Ordinal, "content", "required", "description", "$ref");

    public static readonly FrozenSet<string> Response =
        FrozenSet.Create(StringComparer.Ordinal, "description", "summary", "content", "schema", "examples", "$ref");
}
