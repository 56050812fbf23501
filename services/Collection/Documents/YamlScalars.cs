using System.Globalization;
using System.Text.Json;
using AgentScaler.Collection.Schemas;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AgentScaler.Collection.Documents;

/// <summary>Writes the scalars of YAML as JSON: plain ones by the core schema of YAML 1.2, all others as text.</summary>
/// <param name="isJson">Whether the text was meant as JSON, in which JavaScript's words for non-finite numbers are numbers.</param>
internal sealed class YamlScalars(Utf8JsonWriter writer, RepairLog repairs, bool isJson)
{
    public void Write(Scalar scalar, bool isKey)
    {
        if (isKey)
        {
            writer.WritePropertyName(scalar.Value);
        }
        else if (scalar.Style != ScalarStyle.Plain || IsText(scalar))
        {
            writer.WriteStringValue(scalar.Value);
        }
        else
        {
            WritePlain(scalar.Value);
        }
    }

    private static bool IsText(Scalar scalar) => !scalar.Tag.IsEmpty && scalar.Tag.Value == "tag:yaml.org,2002:str";

    private void WritePlain(string text)
    {
        if (IsNonFinite(text))
        {
            repairs.Add(JsonText.NonFinite);
            writer.WriteRawValue(JsonText.NoNumber, skipInputValidation: true);
            return;
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                writer.WriteNullValue();
                return;
            case "true" or "True" or "TRUE":
                writer.WriteBooleanValue(true);
                return;
            case "false" or "False" or "FALSE":
                writer.WriteBooleanValue(false);
                return;
        }

        if (!MayBeNumber(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            writer.WriteStringValue(text);
        }
        else if (IsJsonNumber(text))
        {
            // Keep the digits of the source: 1.10 stays 1.10.
            writer.WriteRawValue(text, skipInputValidation: true);
        }
        else if (text.AsSpan().TrimStart('-').StartsWith("0") && text.All(char.IsAsciiDigit))
        {
            // 007 is an octal number in one version of YAML and a decimal one in another. It is really a code, so it becomes text.
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteNumberValue(number);
        }
    }

    private bool IsNonFinite(string text)
    {
        var bare = text.Length is > 2 and < 10 ? text.AsSpan().TrimStart("-+") : default;
        return bare is ".inf" or ".Inf" or ".INF" or ".nan" or ".NaN" or ".NAN" || (isJson && bare is "NaN" or "Infinity");
    }

    private static bool MayBeNumber(string text) =>
        text.Length < 400
            && (char.IsAsciiDigit(text[0]) || (text[0] is '-' or '+' or '.' && text.Length > 1 && (char.IsAsciiDigit(text[1]) || text[1] == '.')));

    private static bool IsJsonNumber(string text)
    {
        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[^1])
            || (digits[0] == '0' && digits.Length > 1 && char.IsAsciiDigit(digits[1])))
        {
            return false;
        }

        var dot = digits.IndexOf('.');
        return dot < 0 || char.IsAsciiDigit(digits[dot + 1]);
    }
}
