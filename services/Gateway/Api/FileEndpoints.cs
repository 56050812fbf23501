using AgentScaler.Gateway.Files;
using AgentScaler.Pipeline.Runs;
using Microsoft.Net.Http.Headers;

namespace AgentScaler.Gateway.Api;

/// <summary>Serves a run's workspace files, streamed from the store.</summary>
internal static class FileEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var files = api.MapGroup("/runs/{id}/files").WithTags("Files");
        files.MapGet("", ListAsync).WithSummary("Every file that the run has now, with length and SHA-256.").ProducesProblem(404);
        files.MapGet("/{**path}", SendAsync)
            .WithSummary("One file, as in a workspace. A range resumes; the entity tag is the SHA-256.")
            .Produces(200).Produces(206).Produces(304).ProducesProblem(404).ProducesProblem(416);
    }

    private static async Task<IAsyncEnumerable<FileDigest>> ListAsync(string id, RunRepository runs, RunFiles files, FileDigests digests,
        CancellationToken stop)
    {
        var run = await RunEndpoints.FindAsync(runs, id, stop);
        return files.AllAsync(run, stop).Select(async (file, token) => await digests.OfAsync(run.Id, file, token));
    }

    private static async Task SendAsync(
        string id, string path, HttpContext http, RunRepository runs, RunFiles files, FileDigests digests, CancellationToken stop)
    {
        var run = await RunEndpoints.FindAsync(runs, id, stop);
        // The path is only compared with the names of existing files. No file is opened by this path.
        var file = await files.FindAsync(run, path, stop)
            ?? throw new KeyNotFoundException(
                $"Run '{id}' has no file '{path}' now; a stage's files are there when it is complete. GET /api/v1/runs/{id}/files lists them.");
        var digest = await digests.OfAsync(run.Id, file, stop);
        var response = http.Response;
        var tag = new EntityTagHeaderValue($"\"{digest.Sha256}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.AcceptRanges = "bytes";
        response.Headers.XContentTypeOptions = "nosniff";
        // A report shows texts that models wrote, so the page may neither run nor load anything.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
        var request = http.Request.GetTypedHeaders();
        if (request.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (from, length) = (0L, digest.Bytes);
        if (request.Range is { Unit.Value: "bytes", Ranges.Count: 1 } range
            && (request.IfRange?.EntityTag is not { } wanted || wanted.Compare(tag, useStrongComparison: true)))
        {
            var part = range.Ranges.Single();
            from = part.From ?? Math.Max(0, digest.Bytes - part.To!.Value);
            length = (part.From is null || part.To is not { } last ? digest.Bytes : Math.Min(last + 1, digest.Bytes)) - from;
            if (length <= 0)
            {
                response.Headers.ContentRange = $"bytes */{digest.Bytes}";
                throw new BadHttpRequestException($"The file has {digest.Bytes} bytes; none of them is in the range that was asked for.",
                    StatusCodes.Status416RangeNotSatisfiable);
            }

            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {from}-{from + length - 1}/{digest.Bytes}";
        }

        response.ContentType = file.MediaType;
        response.ContentLength = length;
        await using var window = new WindowStream(response.Body, from, length);
        await file.WriteAsync(window, stop);
    }
}
