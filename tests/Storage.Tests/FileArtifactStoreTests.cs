using AgentScaler.Storage.Files;

namespace AgentScaler.Storage.Tests;

public sealed class FileArtifactStoreTests : ArtifactStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-artifacts-").FullName;

    protected override IArtifactStore Artifacts => new FileArtifactStore(_folder);

    [Fact]
    public async Task A_source_that_breaks_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => Artifacts.PutAsync(new BrokenStream(), "text/plain", Stop));

        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("the line is dead");
    }
}
