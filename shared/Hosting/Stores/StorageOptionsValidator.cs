using Microsoft.Extensions.Options;

namespace AgentScaler.Hosting.Stores;

/// <summary>Rejects storage settings that cannot work when the service starts. The message names the value.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (options.IsMongoDb)
        {
            return string.IsNullOrWhiteSpace(options.MongoDb.Uri)
                ? ValidateOptionsResult.Fail("Storage__MongoDb__Uri is empty; it must be a MongoDB connection string.")
                : ValidateOptionsResult.Success;
        }

        if (!options.IsSqlite)
        {
            return ValidateOptionsResult.Fail($"Storage__Provider is '{options.Provider}'; it must be 'sqlite' or 'mongodb'.");
        }

        return string.IsNullOrWhiteSpace(options.Sqlite.Path)
            ? ValidateOptionsResult.Fail("Storage__Sqlite__Path is empty; it must name a database file.")
            : ValidateOptionsResult.Success;
    }
}
