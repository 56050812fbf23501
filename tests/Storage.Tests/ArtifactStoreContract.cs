using System.Security.Cryptography;
using System.Text;

namespace AgentScaler.Storage.Tests;

/// <summary>What every artifact store does.</summary>
public abstract class ArtifactStoreContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract IArtifactStore Artifacts { get; }

    [Fact]
    public async Task A_body_is_named_by_its_hash_and_read_back()
    {
        var reference = await Artifacts.PutTextAsync("grüße", "text/plain", Stop);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("grüße"))), reference.Sha256);
        Assert.Equal(7, reference.Length);
        Assert.Equal("grüße", await Artifacts.ReadTextAsync(reference.Sha256, Stop));
        Assert.True(await Artifacts.ExistsAsync(reference.Sha256, Stop));
    }

    [Fact]
    public async Task The_same_body_is_stored_once_even_by_many_at_once()
    {
        var references = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Artifacts.PutTextAsync("same", "text/plain", Stop), Stop)));

        Assert.Single(references.Select(r => r.Sha256).Distinct());
        Assert.Equal("same", await Artifacts.ReadTextAsync(references[0].Sha256, Stop));
    }

    [Theory]
    [InlineData(5_000_001)]
    [InlineData(40_000_001)]
    public async Task A_body_of_many_megabytes_comes_back_whole(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);

        var reference = await Artifacts.PutAsync(new MemoryStream(bytes), "application/octet-stream", Stop);
        await using var read = await Artifacts.OpenAsync(reference.Sha256, Stop);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Convert.ToHexStringLower(await SHA256.HashDataAsync(read, Stop)));
    }

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        var hash = new string('0', 64);

        Assert.False(await Artifacts.ExistsAsync(hash, Stop));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Artifacts.OpenAsync(hash, Stop));
    }

    [Fact]
    public async Task What_is_listed_can_be_deleted_and_is_gone_however_often_it_was_put()
    {
        var start = DateTimeOffset.UtcNow - TimeSpan.FromMinutes(1);
        var kept = await Artifacts.PutTextAsync("kept", "text/plain", Stop);
        var deleted = await Artifacts.PutTextAsync("deleted", "text/plain", Stop);
        await Artifacts.PutTextAsync("deleted", "text/plain", Stop);
        var listed = new List<StoredArtifact>();
        await foreach (var artifact in Artifacts.ListAsync(Stop))
        {
            listed.Add(artifact);
        }

        await Artifacts.DeleteAsync(deleted.Sha256, Stop);
        await Artifacts.DeleteAsync(deleted.Sha256, Stop);

        Assert.Superset(new HashSet<string> { kept.Sha256, deleted.Sha256 }, listed.Select(artifact => artifact.Sha256).ToHashSet());
        Assert.All(listed, artifact => Assert.InRange(artifact.Put, start, DateTimeOffset.UtcNow + TimeSpan.FromMinutes(1)));
        Assert.False(await Artifacts.ExistsAsync(deleted.Sha256, Stop));
        Assert.Equal("kept", await Artifacts.ReadTextAsync(kept.Sha256, Stop));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF")]
    public async Task A_name_that_is_no_hash_leads_nowhere(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Artifacts.OpenAsync(name, Stop));
}
