using AgentScaler.Collection.Sources;
using AgentScaler.Pipeline.Options;
using static AgentScaler.Collection.Tests.Sources.Archives;

namespace AgentScaler.Collection.Tests.Sources;

public sealed class SourceWalkerTests : IDisposable
{
    private const string Paths = """{"/pets":{"get":{"operationId":"listPets","summary":"List the pets.","responses":{}}}}""";

    private readonly TemporaryFolder _folder = new();

    private static byte[] Document => Utf8(Collected.OpenApi(Paths));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_source_that_does_not_exist_is_wrong_usage_and_is_named()
    {
        var error = await Assert.ThrowsAsync<UnusableSourceException>(() => CollectAsync(Path.Combine(_folder.Path, "nowhere.zip")));
        Assert.Contains("nowhere.zip", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_source_at_all_is_wrong_usage() =>
        await Assert.ThrowsAsync<UnusableSourceException>(() => Collected.FromFolderAsync(new CollectionOptions()));

    [Fact]
    public async Task Documents_are_named_relative_to_the_source_and_members_of_archives_after_an_exclamation_mark()
    {
        _folder.Write("plain/api.json", Document);
        _folder.Write("packs/all.tar.gz", Gzip(Tar(("shop/v1/api.json", Document))));
        var collected = await CollectAsync(_folder.Path);
        Assert.Equal(["packs/all.tar.gz!shop/v1/api.json", "plain/api.json"], collected.Summary.DocumentReports.Select(report => report.Uri));
    }

    [Fact]
    public async Task An_archive_that_stands_for_a_folder_names_its_members_as_the_folder_would()
    {
        var archive = _folder.Write("apis", Gzip(Tar(("shop/v1/api.json", Document), ("../../climbs.json", Document))));
        var collected = await CollectAsync(archive + SourceWalker.AsFolder);
        Assert.Equal(["climbs.json", "shop/v1/api.json"], collected.Summary.DocumentReports.Select(report => report.Uri));
        var plain = _folder.Write("plain.json", Document);
        Assert.Contains("no archive", (await Assert.ThrowsAsync<UnusableSourceException>(() => CollectAsync(plain + SourceWalker.AsFolder))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_file_is_named_by_its_own_name()
    {
        var file = _folder.Write("deep/folder/api.json", Document);
        var collected = await CollectAsync(file);
        Assert.Equal("api.json", collected.Only.Source.Uri);
        Assert.Equal("/paths/~1pets/get", collected.Only.Source.Locator);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("tar.gz")]
    [InlineData("json.gz")]
    [InlineData("no ending at all")]
    public async Task The_content_says_what_a_file_is_and_its_name_does_not(string kind)
    {
        var content = kind switch
        {
            "zip" => Zip(("a/api.json", Document)),
            "tar" => Tar(("a/api.json", Document)),
            "tar.gz" => Gzip(Tar(("a/api.json", Document))),
            "json.gz" => Gzip(Document),
            _ => Document,
        };
        var collected = await CollectAsync(_folder.Write("source.txt", content));
        Assert.Equal("listPets", collected.Only.Name);
    }

    [Fact]
    public async Task Archives_inside_archives_are_opened_within_a_bound()
    {
        var inner = Zip(("api.json", Document));
        var collected = await CollectAsync(_folder.Write("outer.tar.gz", Gzip(Tar(("inner.zip", inner)))));
        Assert.Equal("outer.tar.gz!inner.zip!api.json", collected.Only.Source.Uri);

        for (var level = 0; level < 4; level++)
        {
            inner = Zip(("inner.zip", inner));
        }

        var deep = await CollectAsync(_folder.Write("outer.tar.gz", inner));
        Assert.Empty(deep.Tools);
        Assert.Contains("nested", Assert.Single(deep.Summary.Failures).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_whose_paths_climb_out_stay_inside()
    {
        var collected = await CollectAsync(_folder.Write("evil.zip", Zip(("../../../../tmp/evil.json", Document))));
        Assert.Equal("evil.zip!tmp/evil.json", collected.Only.Source.Uri);
        Assert.Single(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_decompression_bomb_ends_with_its_archive_and_the_rest_goes_on()
    {
        var options = new CollectionOptions { Limits = new SourceLimits { RatioFloor = 1 << 20, CompressionRatio = 50 } };
        _folder.Write("a-bomb.zip", Zip(("zeros.json", new byte[20 << 20])));
        _folder.Write("b-good.json", Document);
        var collected = await Collected.FromFolderAsync(options, _folder.Path);
        Assert.Equal("listPets", collected.Only.Name);
        Assert.Contains("bomb", collected.Document("a-bomb.zip").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_larger_than_allowed_says_which_setting_allows_it()
    {
        var options = new CollectionOptions { Limits = new SourceLimits { ArchiveBytes = 1000 } };
        _folder.Write("big.zip", Zip(("api.json", new byte[2000])));
        var collected = await Collected.FromFolderAsync(options, _folder.Path);
        Assert.Contains("archive_bytes", collected.Document("big.zip").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_larger_than_allowed_says_which_setting_allows_it()
    {
        var options = new CollectionOptions { Limits = new SourceLimits { DocumentBytes = 100 } };
        _folder.Write("big.json", Document);
        var collected = await Collected.FromFolderAsync(options, _folder.Path);
        Assert.Contains("document_bytes", collected.Document("big.json").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an empty zip")]
    [InlineData("an empty tar")]
    public async Task An_empty_archive_is_reported(string kind)
    {
        _folder.Write("empty", kind == "an empty zip" ? Zip() : Gzip(Tar()));
        var collected = await CollectAsync(_folder.Path);
        Assert.Contains("empty", collected.Document("empty").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_archive_costs_what_is_missing_and_nothing_else()
    {
        var whole = Gzip(Tar(("first.json", Document), ("second.json", Utf8(new string('x', 50_000) + Guid.Empty))));
        _folder.Write("cut.tar.gz", whole[..(whole.Length - 20)]);
        _folder.Write("good.json",
            Utf8(Collected.OpenApi(Paths.Replace("pets", "dogs", StringComparison.Ordinal).Replace("listPets", "listDogs", StringComparison.Ordinal))));
        var collected = await CollectAsync(_folder.Path);
        Assert.Contains("listDogs", collected.Tools.Select(tool => tool.Name));
        Assert.Contains("listPets", collected.Tools.Select(tool => tool.Name));
        Assert.Contains("truncated archive", collected.Document("cut.tar.gz").Error, StringComparison.Ordinal);
    }

    /// <summary>The kind of the archive and the share of it that is left.</summary>
    [Theory]
    [InlineData("document.gz", 0.5)]
    [InlineData("document.gz", 0.9)]
    [InlineData("long document.gz", 0.7)]
    [InlineData("lines.gz", 0.7)]
    [InlineData("zip", 0.5)]
    [InlineData("zip", 0.95)]
    [InlineData("tar", 0.3)]
    [InlineData("tar.gz", 0.6)]
    public async Task A_truncated_archive_is_named_as_one(string kind, double share)
    {
        var random = new Random(7);
        var operations = string.Join(',', Enumerable.Range(0, 3000).Select(number => $$"""
            "/{{random.Next()}}":{"get":{"operationId":"op{{number}}","summary":"Read {{random.Next()}}."} }
            """));
        var large = Utf8(Collected.OpenApi("{" + operations + "}"));
        var whole = kind switch
        {
            "document.gz" => Gzip(Document),
            "long document.gz" => Gzip(large),
            "lines.gz" =>
                Gzip(Utf8(string.Concat(Enumerable.Range(0, 3000).Select(number => $"{{\"name\":\"f{number}_{random.Next()}\",\"parameters\":{{ }}}}\n")))),
            "zip" => Zip(("a.json", large)),
            "tar" => Tar(("a.json", large)),
            _ => Gzip(Tar(("a.json", large))),
        };
        _folder.Write("cut", whole[..(int)(whole.Length * share)]);
        _folder.Write("good.json", Document);
        var collected = await CollectAsync(_folder.Path);
        Assert.Contains("listPets", collected.Tools.Select(tool => tool.Name));
        Assert.StartsWith("is a truncated archive", collected.Document("cut").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_named_and_its_neighbours_are_read()
    {
        _folder.Write("open/api.json", Document);
        _folder.Write("secret/api.json", Document);
        var closed = Path.Combine(_folder.Path, "secret");
        var container = FolderContainer.Of(_folder.Path, new SourceLimits(), List);
        Assert.Equal(["open/api.json"], container.Paths);
        Assert.Equal(["secret"], container.Closed);
        var error = Assert.Throws<UnusableSourceException>(() => FolderContainer.Of(closed, new SourceLimits(), List));
        Assert.Contains("secret", error.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be listed", error.Message, StringComparison.Ordinal);

        IEnumerable<FileSystemInfo> List(string folder) =>
            folder == closed ? throw new UnauthorizedAccessException() : new DirectoryInfo(folder).EnumerateFileSystemInfos();
    }

    [Theory]
    [InlineData(new byte[0], "empty")]
    [InlineData(new byte[] { (byte)' ', (byte)'\n' }, "empty")]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2, 3 }, "binary")]
    public async Task Files_without_text_are_reported_with_the_reason(byte[] content, string reason)
    {
        _folder.Write("bad.json", content);
        _folder.Write("good.json", Document);
        var collected = await CollectAsync(_folder.Path);
        Assert.Equal("listPets", collected.Only.Name);
        Assert.Contains(reason, collected.Document("bad.json").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_me_beside_the_documents_is_passed_over()
    {
        _folder.Write("README.md", Utf8("# Our APIs\n\n> All of them: see *below*\n\n- one\n- {two\n"));
        _folder.Write("api.json", Document);
        var collected = await CollectAsync(_folder.Path);
        Assert.Empty(collected.Summary.Failures);
        Assert.Single(collected.Tools);
    }

    [Fact]
    public async Task External_references_reach_members_of_the_same_archive_and_nothing_outside()
    {
        var secret = _folder.Write("outside/secret.json", Utf8("""{"type":"object","properties":{"password":{"type":"string"}}}"""));
        var paths = $$"""
            {"/a":{"get":{"operationId":"inside","responses":{"200":{"content":{"application/json":{"schema":{"$ref":"../shared/schemas.json#/Pet"} } } } } } },
             "/b":{"get":{"operationId":"outside","responses":{"200":{"content":{"application/json":{"schema":{"$ref":"../../outside/secret.json"} } } } } } },
             "/c":{"get":{"operationId":"absolute","responses":{"200":{"content":{"application/json":{"schema":{"$ref":"{{secret}}"} } } } } } },
             "/d":{"get":{"operationId":"host","responses":{"200":{"content":{"application/json":{"schema":{"$ref":"http://localhost:1/x.json"} } } } } } } }
            """;
        var archive = Zip(
            ("api/openapi.json", Utf8(Collected.OpenApi(paths))),
            ("shared/schemas.json", Utf8(
                """{"Pet":{"type":"object","properties":{"name":{"type":"string"},"owner":{"$ref":"#/Owner"}}},"Owner":{"type":"object","properties":{"email":{"type":"string"}}}}""")));
        var collected = await CollectAsync(_folder.Write("packs/all.zip", archive));
        var inside = collected.Tools.Single(tool => tool.Name == "inside");
        Assert.Equal("string", inside.Returns.GetProperty("properties").GetProperty("name").GetProperty("type").GetString());
        Assert.Contains("email", inside.Returns.GetRawText(), StringComparison.Ordinal);
        Assert.All(collected.Tools.Where(tool => tool.Name != "inside"),
            tool => Assert.DoesNotContain("password", tool.Returns.GetRawText(), StringComparison.Ordinal));
        Assert.Equal(3, collected.Repairs("broken_reference"));
    }

    [Fact]
    public async Task Cancelling_stops_the_reading()
    {
        _folder.Write("api.json", Document);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ScenarioCollector().CollectAsync([_folder.Path], new CollectionOptions(), new Collected(), null, stop.Token));
    }

    [Fact]
    public async Task The_same_input_gives_the_same_tools_however_many_read_it()
    {
        for (var number = 0; number < 40; number++)
        {
            _folder.Write($"{number}.json",
                Utf8(Collected.OpenApi(Paths.Replace("/pets", $"/pets{number % 7}", StringComparison.Ordinal), version: $"1.{number}")));
        }

        var one = await Collected.FromFolderAsync(new CollectionOptions { Parallelism = 1 }, _folder.Path);
        var many = await Collected.FromFolderAsync(new CollectionOptions { Parallelism = 8 }, _folder.Path);
        Assert.Equal(Text(one), Text(many));
        Assert.Equal(7, one.Tools.Count);

        static string Text(Collected collected) =>
            string.Join('\n', collected.Tools.Select(tool => System.Text.Json.JsonSerializer.Serialize(tool, AgentScaler.Tools.ContractJson.Options)));
    }

    private static Task<Collected> CollectAsync(string source) => Collected.FromFolderAsync(new CollectionOptions(), source);
}
