using System.Reflection;

namespace AgentScaler.Gateway;

/// <summary>The version of the product. It is part of every fingerprint, because another version may give other results.</summary>
public static class ProductVersion
{
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
