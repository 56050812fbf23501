using System.Net;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace AgentScaler.Gateway.Security;

/// <summary>
/// Lets requests pass that carry the key. Without a configured key it serves only this machine, only under a loopback name, and no request from
/// another site's page, so that no web page in a browser can reach the gateway.
/// </summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, GatewayOptions options)
{
    public const string Header = "X-Api-Key";

    private readonly byte[]? _expected = string.IsNullOrEmpty(options.ApiKey) ? null : Hash(options.ApiKey);

    public Task InvokeAsync(HttpContext context)
    {
        if (IsOpen(context.Request.Path) || (_expected is null ? IsOwn(context) : Carries(context.Request)))
        {
            return next(context);
        }

        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true)
        {
            // gRPC sends its status in the trailers. A response without a body has them in its headers.
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = ((int)StatusCode.Unauthenticated).ToString(System.Globalization.CultureInfo.InvariantCulture);
            context.Response.Headers["grpc-message"] = "The API key is missing or wrong.";
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        var detail = _expected is null
            ? "Without a key (Gateway__ApiKey) the gateway serves this machine alone, as localhost."
            : $"The API key is missing or wrong; send it as 'Authorization: Bearer KEY' or '{Header}: KEY'.";
        return Results.Problem(detail, statusCode: StatusCodes.Status401Unauthorized, title: "Not authorized").ExecuteAsync(context);
    }

    /// <summary>Whether a path needs no key: health, and the page of the dashboard, which holds no data and asks for it with the key.</summary>
    private static bool IsOpen(PathString path) => path == "/" || path.StartsWithSegments("/health");

    private static bool IsOwn(HttpContext context)
    {
        // Requests from inside the process have no address.
        return (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
            && context.Request.Headers["Sec-Fetch-Site"] != "cross-site"
            && IsLoopback(context.Request.Host.Host)
            && IsOwnPage(context.Request.Headers.Origin.ToString());
    }

    /// <summary>Whether a request comes from no page, or from a page that this machine serves. A page without an origin calls itself "null".</summary>
    private static bool IsOwnPage(string origin) => origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLoopback(page.Host));

    private static bool IsLoopback(string name)
    {
        var host = name.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }

    private bool Carries(HttpRequest request)
    {
        const string Bearer = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        var given = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..] : request.Headers[Header].ToString();
        // The hashes have one length and are compared in constant time, so the time reveals neither the key's length nor a correct prefix.
        return CryptographicOperations.FixedTimeEquals(Hash(given), _expected);
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
