using AgentScaler.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace AgentScaler.Gateway.Api;

/// <summary>Receives files for orders. They go straight into the artifact store, under the hash of their content.</summary>
internal static class UploadEndpoints
{
    public static void Map(RouteGroupBuilder api, GatewayOptions options)
    {
        var uploads = api.MapGroup("/uploads").WithTags("Uploads");
        uploads.MapPost("", SendAsync)
            .WithMetadata(new SizeLimit(options.UploadBytes))
            .Accepts<Stream>("*/*")
            .WithSummary("Stores the request's body and names it by its content.")
            .ProducesProblem(413);
        uploads.MapMethods("/{id}", [HttpMethods.Head, HttpMethods.Get],
            async Task<Results<Ok, NotFound>> (string id, IArtifactStore artifacts, CancellationToken stop) =>
                id.Length == 64 && id.All(char.IsAsciiHexDigitLower) && await artifacts.ExistsAsync(id, stop) ? TypedResults.Ok() : TypedResults.NotFound())
            .WithSummary("Whether a file of this SHA-256 is there already.");
    }

    private static async Task<Created<Upload>> SendAsync(HttpRequest request, IArtifactStore artifacts, GatewayOptions options, CancellationToken stop)
    {
        // The server's own limit checks the announced length. This one counts the bytes that arrive.
        await using var body = new LimitedStream(request.Body, options.UploadBytes);
        var stored = await artifacts.PutAsync(body, "application/octet-stream", stop);
        return TypedResults.Created($"/api/v1/uploads/{stored.Sha256}", new Upload(stored.Sha256, stored.Length));
    }

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
