using System.Reflection;

namespace AgentScaler.Gateway;

/// <summary>The version of the product: another version may give other results, so it is part of every fingerprint.</summary>
public static class ProductVersion
{
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
