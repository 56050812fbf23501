using System.Text.Json;
using System.Text.RegularExpressions;
using AgentScaler.Collection.Documents;
using AgentScaler.Language;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>The provider of a document's API, and the parts that are equal in all its versions.</summary>
internal sealed partial record ApiIdentity(string Provider, string Base, string Version, string? License)
{
    // Domains under which each name belongs to another owner, or is a separate service.
    private static readonly HashSet<string> Platforms = new(StringComparer.Ordinal)
    {
        "amazonaws.com", "azure.com", "azure-api.net", "azurewebsites.net", "cloudapp.net", "windows.net", "googleapis.com", "appspot.com",
        "cloudfunctions.net", "herokuapp.com", "rapidapi.com", "run.app", "github.io", "vercel.app", "netlify.app", "microsoft.com", "office.com",
        "apimatic.io", "swaggerhub.com", "mashape.com", "workers.dev", "onrender.com", "web.app", "firebaseapp.com", "azurefd.net",
    };

    private static readonly HashSet<string> SecondLevel =
        new(StringComparer.Ordinal) { "co", "com", "org", "gov", "ac", "net", "edu", "or", "ne", "go", "gob", "gouv" };

    public static ApiIdentity Of(JsonElement root, string fileName)
    {
        var info = root.ObjectMember("info");
        var title = info?.TextMember("title") ?? fileName;
        var (host, path) = Server(root);
        var provider = DeclaredProvider(info) ?? ProviderOf(host) ?? Slug(title);
        var anchor = host.Length == 0 || IsPlaceholder(host) ? $"{provider}|{Slug(title)}" : host;
        return new ApiIdentity(provider, anchor + path, VersionText(info), LicenseOf(info));
    }

    /// <summary>Returns the key of all versions of an operation: base address, method and path, without version segments and parameter names.</summary>
    public string OperationKey(string method, string path) =>
        $"{method} {Unversioned(Base + TemplateVariable().Replace(path, "{}"))}";

    public static string Unversioned(string address) => VersionSegment().Replace(address, "/*").TrimEnd('/').ToLowerInvariant();

    /// <summary>Whether a path segment is only a version: <c>v2</c>, <c>v1beta1</c>, <c>2019-08-01</c>.</summary>
    public static bool IsVersion(string segment) => VersionSegment().IsMatch("/" + segment);

    public static string? LicenseOf(JsonElement? info) =>
        info?.ObjectMember("license") is { } license
            ? license.TextMember("identifier") ?? license.TextMember("name")?.Trim() ?? license.TextMember("url")
            : null;

    public static string Slug(string text)
    {
        var slug = string.Join('-', Words.Split(text).Take(6));
        return slug.Length == 0 ? "unknown" : slug.Length > 60 ? slug[..60] : slug;
    }

    private static string VersionText(JsonElement? info) => info?.Member("version") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };

    private static string? DeclaredProvider(JsonElement? info) =>
        info?.TextMember("x-providerName") is { } provider
            ? provider.Trim().ToLowerInvariant() + (info?.TextMember("x-serviceName") is { } service ? ":" + service.Trim() : "")
            : null;

    /// <summary>Returns host and base path of the first server.</summary>
    private static (string Host, string Path) Server(JsonElement root)
    {
        if (root.TextMember("host") is { } host)
        {
            return (host.Trim().ToLowerInvariant(), "/" + (root.TextMember("basePath")?.Trim('/', ' ') ?? ""));
        }

        if (root.ArrayMember("servers") is not { } servers)
        {
            return ("", "/" + (root.TextMember("basePath")?.Trim('/', ' ') ?? ""));
        }

        var url = servers.EnumerateArray().Select(server => server.TextMember("url")).FirstOrDefault(text => text is not null) ?? "";
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme >= 0 ? url[(scheme + 3)..] : url.StartsWith("//", StringComparison.Ordinal) ? url[2..] : url.StartsWith('/') ? url : "";
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (rest.ToLowerInvariant(), "/") : (rest[..slash].ToLowerInvariant(), "/" + rest[slash..].Trim('/'));
    }

    private static string? ProviderOf(string host)
    {
        var name = host.Split(':')[0].Split('@')[^1];
        if (name.Length == 0 || IsPlaceholder(name))
        {
            return null;
        }

        var labels = name.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (labels.Length < 2 || Array.TrueForAll(labels, label => label.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var count = labels.Length > 2 && labels[^1].Length == 2 && SecondLevel.Contains(labels[^2]) ? 3 : 2;
        var domain = string.Join('.', labels[^count..]);
        if (domain.Contains('{', StringComparison.Ordinal))
        {
            return null;
        }

        return Platforms.Contains(domain) && labels.Length > count ? $"{domain}:{labels[^(count + 1)].Trim('{', '}')}" : domain;
    }

    private static bool IsPlaceholder(string host) =>
        host.StartsWith("localhost", StringComparison.Ordinal) || host.Contains("example.", StringComparison.Ordinal)
            || host.EndsWith(".local", StringComparison.Ordinal) || host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith('{');

    [GeneratedRegex(
        @"/(?:v\.?\d+(?:[._]\d+)*(?:[._-]?(?:alpha|beta|preview|rc|p)\d*(?:[._p]*\d+)*)?|\d{4}-\d{2}(?:-\d{2})?(?:[.-]\w+)?|\d+\.\d+(?:\.\d+)?)(?=/|$|:|\?)",
        RegexOptions.IgnoreCase)]
    private static partial Regex VersionSegment();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex TemplateVariable();
}
