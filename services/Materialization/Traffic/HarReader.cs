using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Traffic;

/// <summary>Reads an HTTP archive (HAR 1.2): requests and answers, without headers, cookies and credentials.</summary>
public static class HarReader
{
    private const int MaxEntries = 200_000;

    /// <summary>Whether a document is an archive, by its content.</summary>
    public static bool Recognizes(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("log", out var log)
            && log.ValueKind == JsonValueKind.Object
            && log.TryGetProperty("entries", out _);

    /// <summary>The exchanges in the order of the file. Entries without an answer, as of a request that was broken off, are left out.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <exception cref="TrafficException">The text is no archive.</exception>
    public static IReadOnlyList<RecordedExchange> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var document = Parse(text, file);
        if (!Recognizes(document.RootElement))
        {
            throw new TrafficException(file, "/log/entries",
                "There is no such member; an HTTP archive (HAR 1.2) is expected, as browsers and proxies save it.");
        }

        var entries = document.RootElement.GetProperty("log").GetProperty("entries");
        if (entries.ValueKind != JsonValueKind.Array || entries.GetArrayLength() > MaxEntries)
        {
            throw new TrafficException(file, "/log/entries",
                string.Create(CultureInfo.InvariantCulture, $"Expected an array of at most {MaxEntries} entries."));
        }

        var exchanges = new List<RecordedExchange>();
        var number = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            if (Entry(entry, new Place(file, string.Create(CultureInfo.InvariantCulture, $"/log/entries/{number++}"))) is { } exchange)
            {
                exchanges.Add(exchange);
            }
        }

        return exchanges;
    }

    private static JsonDocument Parse(string text, string file)
    {
        try
        {
            return JsonDocument.Parse(text.TrimStart('\uFEFF'), new JsonDocumentOptions { MaxDepth = 128 });
        }
        catch (JsonException failure)
        {
            throw new TrafficException(file, string.Create(CultureInfo.InvariantCulture, $"line {failure.LineNumber + 1}"),
                $"The file is no JSON: {failure.Message}");
        }
    }

    private static RecordedExchange? Entry(JsonElement entry, Place place)
    {
        var request = Member(entry, "request", JsonValueKind.Object, place);
        var response = Member(entry, "response", JsonValueKind.Object, place);
        var method = Member(request, "method", JsonValueKind.String, place.At("request")).GetString()!.ToUpperInvariant();
        var address = Member(request, "url", JsonValueKind.String, place.At("request")).GetString()!;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new TrafficException(place.File, place.At("request").At("url").Pointer, "Expected an absolute http or https address.");
        }

        var status = Member(response, "status", JsonValueKind.Number, place.At("response"));
        if (!status.TryGetInt32(out var code) || code is < 0 or > 999)
        {
            throw new TrafficException(place.File, place.At("response").At("status").Pointer, "Expected an HTTP status.");
        }

        return code < 100 ? null : new RecordedExchange(
            method,
            url.Host.ToLowerInvariant(),
            [.. url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)],
            [.. Pairs(url.Query.TrimStart('?')).Where(p => !Secrets.Is(p.Key))],
            Body(request),
            code,
            Content(response),
            $"{place.File}, {place.Pointer}");
    }

    private static Value Body(JsonElement request)
    {
        if (!request.TryGetProperty("postData", out var data) || data.ValueKind != JsonValueKind.Object)
        {
            return Value.Null;
        }

        if (Text(data, "mimeType")?.Contains("form", StringComparison.OrdinalIgnoreCase) != true)
        {
            return Json(Text(data, "text"));
        }

        var fields = data.TryGetProperty("params", out var given) && given.ValueKind == JsonValueKind.Array && given.GetArrayLength() > 0
            ? given.EnumerateArray().Where(p => Text(p, "name") is not null).Select(p => KeyValuePair.Create(Text(p, "name")!, Text(p, "value") ?? "")).ToList()
            : Pairs(Text(data, "text") ?? "").ToList();
        return Secrets.Without(Value.From(fields.Aggregate(ObjectValue.Empty, (form, field) => form.With(field.Key, field.Value))));
    }

    private static Value Content(JsonElement response)
    {
        if (!response.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Object || Text(content, "text") is not { } text)
        {
            return Value.Null;
        }

        if (Text(content, "encoding") is not "base64")
        {
            return Json(text);
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Json(Encoding.UTF8.GetString(bytes, 0, length)) : Value.Null;
    }

    /// <summary>A body that is no JSON of the value model says nothing that could be compared.</summary>
    private static Value Json(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Value.Null;
        }

        try
        {
            return Secrets.Without(Value.Parse(text));
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or FormatException)
        {
            return Value.Null;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
            .Select(p => KeyValuePair.Create(Decode(p[0]), p.Length > 1 ? Decode(p[1]) : ""));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static JsonElement Member(JsonElement owner, string name, JsonValueKind kind, Place place) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw new TrafficException(place.File, place.At(name).Pointer,
                $"Expected {(kind == JsonValueKind.Object ? "an object" : kind == JsonValueKind.Number ? "a number" : "a text")}, as HAR 1.2 has it.");

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private readonly record struct Place(string File, string Pointer)
    {
        public Place At(string name) => this with { Pointer = $"{Pointer}/{name}" };
    }
}
