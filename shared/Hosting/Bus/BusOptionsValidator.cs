using Microsoft.Extensions.Options;

namespace AgentScaler.Hosting.Bus;

/// <summary>Rejects bus settings that cannot work when the service starts. The message names the value.</summary>
internal sealed class BusOptionsValidator : IValidateOptions<BusOptions>
{
    public ValidateOptionsResult Validate(string? name, BusOptions options)
    {
        if (!options.UsesRabbitMq && !string.Equals(options.Transport, "memory", StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail($"Bus__Transport is '{options.Transport}'; it must be 'memory' or 'rabbitmq'.");
        }

        if (!options.UsesRabbitMq)
        {
            return ValidateOptionsResult.Success;
        }

        if (!Uri.TryCreate(options.RabbitMq.Uri, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
        {
            // The value may hold a password, so it is not repeated.
            return ValidateOptionsResult.Fail("Bus__RabbitMq__Uri must be an absolute amqp:// or amqps:// address when Bus__Transport is 'rabbitmq'.");
        }

        return options.RabbitMq.QuorumSize < 1 || options.RabbitMq.DeliveryLimit < 1
            ? ValidateOptionsResult.Fail("Bus__RabbitMq__QuorumSize and Bus__RabbitMq__DeliveryLimit must be at least 1.")
            : ValidateOptionsResult.Success;
    }
}
