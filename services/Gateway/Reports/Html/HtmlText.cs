using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Reports.Html;

/// <summary>Escapes text and formats numbers for HTML.</summary>
internal static class HtmlText
{
    public static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");

    public static string Number(JsonNode? value) => value is JsonValue number && number.TryGetValue<double>(out var real) ? Number(real) : "–";

    public static string Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e15
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>Formats a coordinate of a picture.</summary>
    public static string At(double position) => position.ToString("0.##", CultureInfo.InvariantCulture);

    public static double Real(JsonNode? value) => value is JsonValue number && number.TryGetValue<double>(out var real) ? real : 0;
}
