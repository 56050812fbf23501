using System.Text.Json;
using System.Text.Json.Serialization;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Api;

/// <summary>The JSON form of the HTTP API: written like the documents of the contract, and read strictly, so that a misspelt member is an error.</summary>
internal static class ContractForm
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = ContractJson.Options.PropertyNamingPolicy;
        options.DictionaryKeyPolicy = null;
        options.Encoder = ContractJson.Options.Encoder;
        options.MaxDepth = ContractJson.Options.MaxDepth;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        foreach (var converter in ContractJson.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }
}
