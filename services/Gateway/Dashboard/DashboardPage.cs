using System.Reflection;
using System.Text.Encodings.Web;

namespace AgentScaler.Gateway.Dashboard;

/// <summary>The dashboard: one page that reads everything it shows from the HTTP API.</summary>
internal sealed class DashboardPage(GatewayOptions options)
{
    private readonly string _html = Load()
        .Replace("%JAEGER%", JavaScriptEncoder.Default.Encode(options.JaegerUrl?.TrimEnd('/') ?? ""), StringComparison.Ordinal);

    public IResult Show(HttpResponse response)
    {
        // The page loads nothing from other sites, and no other site may frame it.
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Content(_html, "text/html; charset=utf-8");
    }

    private static string Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("dashboard.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
