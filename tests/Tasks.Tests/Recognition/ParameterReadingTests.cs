using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Tests.Recognition;

/// <summary>The scalar arguments that a person could be asked for. A row cites a parameter schema as documents declare it.</summary>
public sealed class ParameterReadingTests
{
    [Theory]
    [InlineData("""{"properties":{"id":{"type":"string"}},"required":["id"]}""", "/id string required", "a required text")]
    [InlineData("""{"properties":{"limit":{"type":"integer","format":"int64"}}}""", "/limit integer", "a number that may be left out")]
    [InlineData("""{"properties":{"note":{"type":["string","null"]}},"required":["note"]}""", "/note string required", "a text that may be null")]
    [InlineData("""{"properties":{"size":{"enum":["s","m"]}}}""", "/size string", "an enumeration without a type")]
    [InlineData(
        """{"properties":{"address":{"type":"object","properties":{"city":{"type":"string"},"zip":{"type":"string"}},"required":["city"]}},"required":["address"]}""",
        "/address/city string required; /address/zip string", "members of an object that must be given")]
    [InlineData(
        """{"properties":{"address":{"type":"object","properties":{"city":{"type":"string"},"zip":{"type":"string"}},"required":["city"]}}}""",
        "/address/city string with /address; /address/zip string in /address", "members of an object that may be left out are given together")]
    [InlineData("""{"properties":{"tags":{"type":"array","items":{"type":"string"}}},"required":["tags"]}""", "/tags/0 string required", "one item of a list")]
    [InlineData(
        """{"properties":{"items":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"},"quantity":{"type":"integer"}},"required":["sku","quantity"]}}},"required":["items"]}""",
        "/items/0/sku string required; /items/0/quantity integer required", "one object of a list")]
    [InlineData(
        """{"properties":{"owner":{"$ref":"#/$defs/Owner"}},"$defs":{"Owner":{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}},"required":["owner"]}""",
        "/owner/name string required", "a reference")]
    [InlineData(
        """{"properties":{"pet":{"allOf":[{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]},{"type":"object","properties":{"age":{"type":"integer"}}}]}},"required":["pet"]}""",
        "/pet/name string required; /pet/age integer", "an object that is put together")]
    [InlineData(
        """{"properties":{"payment":{"oneOf":[{"type":"object","properties":{"card":{"type":"string"}},"required":["card"]},{"type":"object","properties":{"iban":{"type":"string"}},"required":["iban"]}]}},"required":["payment"]}""",
        "/payment/card string required", "the first of two ways")]
    [InlineData("""{"properties":{"when":{"anyOf":[{"type":"string","format":"date"},{"type":"null"}]}}}""", "/when string", "one way or nothing")]
    [InlineData("""{"properties":{}}""", "", "no parameters")]
    public void A_schema_is_read_as_single_arguments(string cited, string arguments, string because)
    {
        var read = ParameterReader.Read(ToolSchema.Read(JsonDocument.Parse(cited).RootElement))
            .Select(p => $"{p.Pointer} {p.Type}{Demand(p)}");
        Assert.Equal($"{because}: {arguments}", $"{because}: {string.Join("; ", read)}");
    }

    private static string Demand(ParameterModel parameter) =>
        parameter.Required ? " required" : parameter.Group is null ? "" : $" {(parameter.RequiredInGroup ? "with" : "in")} {parameter.Group}";
}
