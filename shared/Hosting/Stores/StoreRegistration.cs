using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Files;
using AgentScaler.Storage.Mongo;
using AgentScaler.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgentScaler.Hosting.Stores;

/// <summary>Registers the document store and the artifact store that the configuration names.</summary>
public static class StoreRegistration
{
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new MongoConnection(new MongoStoreOptions
        {
            Uri = Options(provider).MongoDb.Uri,
            Database = Options(provider).MongoDb.Database,
        }));
        services.AddSingleton<IDocumentStore>(provider => Options(provider).IsMongoDb
            ? new MongoDocumentStore(provider.GetRequiredService<MongoConnection>(), provider.GetRequiredService<TimeProvider>())
            : new SqliteDocumentStore(new SqliteStoreOptions { Path = Options(provider).Sqlite.Path }, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IArtifactStore>(provider => Options(provider).IsMongoDb
            ? new MongoArtifactStore(provider.GetRequiredService<MongoConnection>())
            : new FileArtifactStore(Options(provider).Sqlite.ArtifactFolder));
        services.AddSingleton<RunRepository>();
        services.AddSingleton<RunStops>();
        services.AddSingleton<EnvironmentCache>();
        services.AddSingleton<RunRetention>();
        return services;
    }

    private static StorageOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value;
}
