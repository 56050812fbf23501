using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentScaler.LanguageModels;

/// <summary>An error that a server reports, read from any of the usual forms.</summary>
/// <param name="Message">The server's message.</param>
/// <param name="Words">Message, codes and types in lower case, from which the kind of error is determined.</param>
/// <param name="Code">A status in the body. It takes precedence over the status of the response.</param>
/// <param name="Pause">The pause that the body requests, if any.</param>
internal sealed partial record EndpointError(string Message, string Words, int? Code, TimeSpan? Pause)
{
    private const int LongestMessage = 500;

    /// <summary>Returns the error that a document reports, or null if it reports none.</summary>
    public static EndpointError? In(JsonElement document)
    {
        if (document.ValueKind == JsonValueKind.Array)
        {
            return document.GetArrayLength() > 0 && document[0].ValueKind == JsonValueKind.Object ? In(document[0]) : null;
        }

        if (document.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (document.TryGetProperty("error", out var error) && Tells(error))
        {
            return Of(error, document);
        }

        if (!document.TryGetProperty("choices", out var choices))
        {
            return IsBare(document) ? Of(document, document) : null;
        }

        return choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0 && choices[0].ValueKind == JsonValueKind.Object
            && choices[0].TryGetProperty("error", out error) && Tells(error) ? Of(error, document) : null;
    }

    /// <summary>Returns the error in the body of a failed request, which may be JSON or any other text.</summary>
    public static EndpointError OfBody(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (In(document.RootElement) is { } error)
            {
                return error;
            }
        }
        catch (JsonException)
        {
            // Proxies answer with HTML pages.
        }

        return new EndpointError(Excerpt(body.Trim()), body.ToLowerInvariant(), null, null);
    }

    private static bool Tells(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.True => true,
        JsonValueKind.String => Utf16.Text(error).Length > 0,
        _ => false,
    };

    /// <summary>Whether the document itself is the error, as from some servers.</summary>
    private static bool IsBare(JsonElement document) =>
        document.TryGetProperty("detail", out _) || document.TryGetProperty("errors", out _)
        || (document.TryGetProperty("object", out var kind) && kind.ValueEquals("error"))
        || (Member(document, "message") is not null && (document.TryGetProperty("code", out _) || document.TryGetProperty("type", out _)));

    private static EndpointError Of(JsonElement error, JsonElement document)
    {
        var inner = error.ValueKind == JsonValueKind.Object ? error : document;
        var message = error.ValueKind == JsonValueKind.String ? Utf16.Text(error)
            : Member(inner, "message") ?? Member(inner, "detail") ?? Member(document, "message") ?? error.GetRawText();
        if (inner.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object && Member(metadata, "raw") is { } original)
        {
            // A gateway's own message only says that its provider failed. The provider's message is here.
            message = $"{message}: {original}";
        }

        // All of it is searched, except for parts of the request that a server repeats.
        var words = new StringBuilder(message);
        foreach (var name in (string[])["code", "type", "status", "error_type", "reason"])
        {
            words.Append('\n').Append(Member(inner, name)).Append('\n').Append(Member(document, name));
        }

        words.Append('\n').Append(inner.TryGetProperty("details", out var details) ? details.GetRawText() : "");
        var lowered = words.ToString().ToLowerInvariant();
        return new EndpointError(Excerpt(message), lowered, Status(inner), Wanted(lowered));
    }

    private static int? Status(JsonElement error)
    {
        foreach (var name in (string[])["code", "status", "status_code"])
        {
            if (int.TryParse(Member(error, name), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600)
            {
                return status;
            }
        }

        return null;
    }

    private static string? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member.ValueKind switch
            {
                JsonValueKind.String => Utf16.Text(member),
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                _ => member.GetRawText(),
            }
            : null;

    private static TimeSpan? Wanted(string words)
    {
        var match = PauseWords().Match(words);
        if (!match.Success || !double.TryParse(match.Groups["n"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) || count > 1e6)
        {
            return null;
        }

        return match.Groups["unit"].Value == "ms" ? TimeSpan.FromMilliseconds(count) : TimeSpan.FromSeconds(count);
    }

    private static string Excerpt(string text) =>
        Utf16.Whole(text.Length > LongestMessage ? string.Concat(text.AsSpan(0, LongestMessage), " …") : text);

    [GeneratedRegex("""(?:try again in|retry after|"retrydelay"\s*:\s*")\s*(?<n>[0-9]+(?:\.[0-9]+)?)\s*(?<unit>ms|s)""", RegexOptions.CultureInvariant)]
    private static partial Regex PauseWords();
}
