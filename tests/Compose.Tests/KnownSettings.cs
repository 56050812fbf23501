using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace AgentScaler.Compose.Tests;

/// <summary>Which environment variables mean something to a service: those of its option types, and those of the platform.</summary>
internal static class KnownSettings
{
    /// <summary>Of the OpenTelemetry specification, as the .NET SDK reads them.</summary>
    private static readonly HashSet<string> OpenTelemetry =
    [
        "OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG", "OTEL_BSP_MAX_QUEUE_SIZE",
        "OTEL_BSP_SCHEDULE_DELAY", "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL",
    ];

    /// <summary>Of ASP.NET Core's web server and of .NET's logging; what stands between is a name of one's own.</summary>
    private static readonly string[] Platform =
    [
        "Kestrel__Endpoints__Http__Url", "Kestrel__Endpoints__Http__Protocols", "Kestrel__Endpoints__Grpc__Url", "Kestrel__Endpoints__Grpc__Protocols",
        "Logging__LogLevel__Default", "Logging__LogLevel__Microsoft.AspNetCore", "Logging__Console__FormatterName",
        "Logging__Console__FormatterOptions__IncludeScopes",
    ];

    /// <summary>Of the GNU C library.</summary>
    private const string Library = "GLIBC_TUNABLES";

    /// <summary>Variables that hold models' keys; a run's options name them.</summary>
    private static readonly string[] Keys = ["OPENAI_API_KEY"];

    /// <summary>Every option type of the services that configuration binds, by its section.</summary>
    public static ILookup<string, Type> Sections { get; } = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Where(file => Path.GetFileName(file) is var name
            && name.StartsWith("AgentScaler.", StringComparison.Ordinal)
            && !name.Contains(".Tests", StringComparison.Ordinal))
        .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
        .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
        .Where(found => found.Section is not null)
        .ToLookup(found => found.Section!, found => found.Type, StringComparer.OrdinalIgnoreCase);

    public static bool Knows(string variable) =>
        OpenTelemetry.Contains(variable) || Platform.Contains(variable) || Keys.Contains(variable) || variable == Library || IsOption(variable.Split("__"));

    /// <summary>Binds every option type to the variables, as a service's start does; a value of the wrong form throws.</summary>
    public static T Bind<T>(IReadOnlyDictionary<string, string> variables, string section) => (T)Bind(variables, section, typeof(T))!;

    public static void BindAll(IReadOnlyDictionary<string, string> variables)
    {
        foreach (var section in Sections)
        {
            foreach (var type in section)
            {
                Bind(variables, section.Key, type);
            }
        }
    }

    private static object? Bind(IReadOnlyDictionary<string, string> variables, string section, Type type) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(v => new KeyValuePair<string, string?>(v.Key.Replace("__", ":", StringComparison.Ordinal), v.Value)))
            .Build()
            .GetSection(section).Get(type);

    private static bool IsOption(string[] path) => path.Length > 1 && Sections[path[0]].Any(type => Leads(type, path.AsSpan(1)));

    private static bool Leads(Type type, ReadOnlySpan<string> path)
    {
        if (path.Length == 0)
        {
            return true;
        }

        if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)))
        {
            return path.Length == 1 && int.TryParse(path[0], out _);
        }

        var property = type.GetProperty(path[0], BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        return property is { CanWrite: true } && Leads(property.PropertyType, path[1..]);
    }
}
