using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace AgentScaler.Compose.Tests;

/// <summary>YAML as mappings, sequences and text: keys given twice are refused, merge keys resolved.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Strict = new DeserializerBuilder().WithDuplicateKeyChecking().Build();
    private static readonly IDeserializer Merging = new DeserializerBuilder().Build();

    public static IReadOnlyList<YamlMap> Documents(string path)
    {
        Read(path, text => new Parser(text), Strict);
        return [.. Read(path, text => new MergingParser(new Parser(text)), Merging).Select(content => new YamlMap(path, content))];
    }

    public static YamlMap Document(string path) => Assert.Single(Documents(path));

    private static List<Dictionary<object, object?>> Read(string path, Func<TextReader, IParser> parse, IDeserializer reader)
    {
        using var text = File.OpenText(path);
        var parser = parse(text);
        parser.Consume<StreamStart>();
        var documents = new List<Dictionary<object, object?>>();
        while (parser.Accept<DocumentStart>(out _))
        {
            documents.Add(reader.Deserialize<Dictionary<object, object?>>(parser));
        }

        return documents;
    }
}
