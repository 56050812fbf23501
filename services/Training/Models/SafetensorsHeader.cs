using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentScaler.Training.Models;

/// <summary>The head of a safetensors file: 8 bytes of length, then JSON.</summary>
internal static class SafetensorsHeader
{
    private const long Limit = 100_000_000;

    /// <returns>The entries, the file's metadata, and the offset of the data.</returns>
    /// <exception cref="CheckpointException">The file is not safetensors, or is cut short.</exception>
    public static (IReadOnlyList<SafetensorsEntry> Entries, long DataStart) Read(string path, Stream stream)
    {
        try
        {
            Span<byte> prefix = stackalloc byte[8];
            stream.ReadExactly(prefix);
            var length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
            if (length < 2 || length > Limit || length > stream.Length - 8)
            {
                throw new CheckpointException($"{path}: the header's length ({length}) does not fit the file; it is corrupt.");
            }
            var json = new byte[length];
            stream.ReadExactly(json);
            var entries = new List<SafetensorsEntry>();
            foreach (var (name, node) in JsonNode.Parse(json)!.AsObject())
            {
                if (name == "__metadata__")
                {
                    continue;
                }
                var offsets = node!["data_offsets"]!.AsArray();
                var entry = new SafetensorsEntry(
                    name, node["dtype"]!.GetValue<string>(), [.. node["shape"]!.AsArray().Select(d => d!.GetValue<long>())],
                    offsets[0]!.GetValue<long>(), offsets[1]!.GetValue<long>());
                var expected = entry.Shape.Aggregate(1L, (a, b) => checked(a * b)) * Width(entry.Type, path);
                if (entry.Begin < 0 || entry.End - entry.Begin != expected || 8 + length + entry.End > stream.Length)
                {
                    throw new CheckpointException(
                        $"{path}: tensor '{name}' lies outside the file or has another size than its shape says; the file is corrupt or cut short. Copy it again.");
                }
                entries.Add(entry);
            }

            return (entries, 8 + length);
        }
        catch (Exception exception) when (exception is JsonException or EndOfStreamException or NullReferenceException or InvalidOperationException
            or OverflowException or FormatException or ArgumentOutOfRangeException)
        {
            throw new CheckpointException($"{path}: this is not a safetensors file: {exception.Message}", exception);
        }
    }

    public static byte[] Write(IEnumerable<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        var root = new JsonObject();
        var facts = new JsonObject();
        foreach (var (key, value) in metadata.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            facts[key] = value;
        }
        root["__metadata__"] = facts;
        foreach (var entry in entries)
        {
            root[entry.Name] = new JsonObject
            {
                ["dtype"] = entry.Type,
                ["shape"] = new JsonArray([.. entry.Shape.Select(d => (JsonNode)d)]),
                ["data_offsets"] = new JsonArray(entry.Begin, entry.End),
            };
        }

        var json = Encoding.UTF8.GetBytes(root.ToJsonString());
        // The format demands that the data begin at a multiple of eight.
        var padded = (json.Length + 7) / 8 * 8;
        var header = new byte[8 + padded];
        BinaryPrimitives.WriteInt64LittleEndian(header, padded);
        json.CopyTo(header, 8);
        header.AsSpan(8 + json.Length).Fill((byte)' ');
        return header;
    }

    private static int Width(string type, string path) => type switch
    {
        "F32" or "I32" => 4,
        "BF16" or "F16" => 2,
        "F64" or "I64" => 8,
        _ => throw new CheckpointException($"{path}: tensors of type {type} are not supported; convert the checkpoint to F32 or BF16."),
    };
}
