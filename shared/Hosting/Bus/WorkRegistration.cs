using System.Reflection;
using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>Registers the consumers of a service.</summary>
public static class WorkRegistration
{
    /// <summary>Registers every consumer of an assembly that has a <see cref="WorkDefinition{TConsumer}"/>, with that definition.</summary>
    public static void AddWork(this IBusRegistrationConfigurator bus, Assembly assembly)
    {
        var types = assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false });
        foreach (var definition in types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (definition.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(WorkDefinition<>))
            {
                bus.AddConsumer(parent.GenericTypeArguments[0], definition);
            }
        }
    }
}
