using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace AgentScaler.Storage.Mongo;

/// <summary>
/// Artifacts in GridFS, found by the hash of their content. If two workers upload the same content at once, two equal files remain, which is
/// harmless. An interrupted upload has no file document and is never found.
/// </summary>
public sealed class MongoArtifactStore(MongoConnection connection) : IArtifactStore
{
    private const string Bucket = "artifacts";

    private readonly GridFSBucket _bucket = new(connection.Database, new GridFSBucketOptions { BucketName = Bucket });
    private readonly IMongoCollection<BsonDocument> _files = connection.Database.GetCollection<BsonDocument>($"{Bucket}.files");

    public async Task<ArtifactReference> PutAsync(Stream content, string mediaType, CancellationToken cancellationToken)
    {
        // The name is the hash, and the hash is known only at the end.
        var path = Path.GetTempFileName();
        await using var copy =
            new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await content.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellationToken));
        if (await FindAsync(hash, cancellationToken) is { } known)
        {
            // The deletion of unused artifacts must see that this one is about to be used.
            await _files.UpdateOneAsync(
                Builders<BsonDocument>.Filter.Eq("_id", known.Id), Builders<BsonDocument>.Update.CurrentDate("uploadDate"), options: null, cancellationToken);
        }
        else
        {
            copy.Position = 0;
            await _bucket.UploadFromStreamAsync(
                hash, copy, new GridFSUploadOptions { Metadata = new BsonDocument("mediaType", mediaType) }, cancellationToken);
        }

        return new ArtifactReference(hash, copy.Length, mediaType);
    }

    public async Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var file = await FindAsync(sha256, cancellationToken)
            ?? throw new FileNotFoundException($"No artifact has the hash {sha256}.", sha256);
        return await _bucket.OpenDownloadStreamAsync(file.Id, options: null, cancellationToken);
    }

    public async Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken) =>
        await FindAsync(sha256, cancellationToken) is not null;

    public async IAsyncEnumerable<StoredArtifact> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cursor = await _bucket.FindAsync(FilterDefinition<GridFSFileInfo>.Empty, options: null, cancellationToken);
        while (await cursor.MoveNextAsync(cancellationToken))
        {
            foreach (var file in cursor.Current)
            {
                yield return new StoredArtifact(file.Filename, file.UploadDateTime);
            }
        }
    }

    public async Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        while (await FindAsync(sha256, cancellationToken) is { } file)
        {
            await _bucket.DeleteAsync(file.Id, cancellationToken);
        }
    }

    private async Task<GridFSFileInfo?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        ArtifactReference.RequireHash(sha256);
        using var files = await _bucket.FindAsync(
            Builders<GridFSFileInfo>.Filter.Eq(file => file.Filename, sha256), new GridFSFindOptions { Limit = 1 }, cancellationToken);
        return await files.FirstOrDefaultAsync(cancellationToken);
    }
}
