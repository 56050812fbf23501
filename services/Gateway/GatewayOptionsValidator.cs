using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway;

/// <summary>Rejects gateway settings that cannot work when the service starts. The message names the value.</summary>
internal sealed class GatewayOptionsValidator : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var failures = new List<string>();
        if (options.ApiKey is { Length: > 0 and < 16 })
        {
            failures.Add("Gateway__ApiKey is shorter than 16 characters, which can be guessed.");
        }

        if (!string.IsNullOrEmpty(options.SourcesFolder) && !Directory.Exists(options.SourcesFolder))
        {
            failures.Add($"Gateway__SourcesFolder is '{options.SourcesFolder}'; there is no such folder.");
        }

        if (options.UploadBytes < 1 || options.RequestBytes < 1 || options.RequestsPerMinute < 1)
        {
            failures.Add("Gateway__UploadBytes, Gateway__RequestBytes and Gateway__RequestsPerMinute must be at least 1.");
        }

        if (!string.IsNullOrEmpty(options.JaegerUrl)
            && !(Uri.TryCreate(options.JaegerUrl, UriKind.Absolute, out var jaeger) && (jaeger.Scheme is "http" or "https")))
        {
            failures.Add($"Gateway__JaegerUrl is '{options.JaegerUrl}'; it must be an http or https address.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
