using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using AgentScaler.Pipeline;

namespace AgentScaler.Filtering.Tests;

public sealed class RealismReferenceTests : IDisposable
{
    private const string Questions = """
        {"id":"1","question":[[{"role":"user","content":"Find my order."}],[{"role":"system","content":"x"},{"role":"user","content":"And cancel it."}]]}
        {"id":"2","question":[[{"role":"user","content":"Find my order."}],[]]}

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_different_user_turns_of_a_file_are_read() =>
        Assert.Equal(["Find my order.", "And cancel it."], RealismReference.Read(File("turns.json", Questions)));

    [Fact]
    public async Task Of_an_archive_only_the_multi_turn_files_are_read()
    {
        var path = Path.Combine(_folder, "benchmark.tar.gz");
        await using (var archive = new TarWriter(new GZipStream(System.IO.File.Create(path), CompressionLevel.Fastest)))
        {
            foreach (var (name, text) in new[] { ("a/BFCL_multi_turn_base.json", Questions), ("a/simple.json", Questions.Replace("cancel", "send")) })
            {
                await archive.WriteEntryAsync(
                    new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) },
                    TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(["Find my order.", "And cancel it."], RealismReference.Read(path));
    }

    [Theory]
    [InlineData("{\"question\":[]}", "holds no user turn")]
    [InlineData("{\"question\":[]}\n{", "line 2")]
    public void A_file_that_is_none_is_named_with_its_line(string text, string told)
    {
        var path = File("bad.json", text);
        var error = Assert.Throws<UnrecoverableException>(() => RealismReference.Read(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains(
        "nowhere.json", Assert.Throws<UnrecoverableException>(() => RealismReference.Read(Path.Combine(_folder, "nowhere.json"))).Message,
            StringComparison.Ordinal);

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
