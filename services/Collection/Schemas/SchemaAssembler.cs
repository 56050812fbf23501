using System.Buffers;
using System.Text.Json;

namespace AgentScaler.Collection.Schemas;

/// <summary>
/// Joins a fragment and its definitions into one self-contained schema within a bound. Definitions are included in breadth-first order, nearest
/// first, and one that no longer fits stays as a stub with its type alone. If the fragment itself is too large, <see cref="SchemaPruner"/> cuts it.
/// </summary>
internal static class SchemaAssembler
{
    public static byte[] Assemble(SchemaFragment fragment, int maximumBytes, RepairLog repairs)
    {
        var json = fragment.References.Count == 0 ? fragment.Json : WithDefinitions(fragment, maximumBytes, repairs);
        if (json.Length <= maximumBytes)
        {
            return json;
        }

        repairs.Add("schema_pruned");
        return SchemaPruner.Prune(json, maximumBytes);
    }

    private static byte[] WithDefinitions(SchemaFragment fragment, int maximumBytes, RepairLog repairs)
    {
        var order = new Queue<SchemaDefinition>(fragment.References);
        var seen = new HashSet<SchemaDefinition>(fragment.References);
        var room = maximumBytes - fragment.Json.Length - 16 - fragment.References.Sum(StubLength);
        var buffer = new ArrayBufferWriter<byte>(Math.Max(fragment.Json.Length * 2, 256));
        var body = fragment.Json.AsSpan(0, fragment.Json.Length - 1);
        buffer.Write(body);
        buffer.Write(body.Length > 1 ? ",\"$defs\":{"u8 : "\"$defs\":{"u8);
        var first = true;
        while (order.TryDequeue(out var definition))
        {
            var whole = definition.Body!;
            var added = whole.References.Where(reference => !seen.Contains(reference)).ToList();
            var cost = whole.Json.Length - definition.Stub.Length + added.Sum(StubLength);
            var fits = cost <= room;
            if (!first)
            {
                buffer.Write(","u8);
            }

            first = false;
            buffer.Write(JsonSerializer.SerializeToUtf8Bytes(definition.Name));
            buffer.Write(":"u8);
            if (!fits)
            {
                repairs.Add("definition_stubbed");
                buffer.Write(definition.Stub);
                continue;
            }

            room -= cost;
            buffer.Write(whole.Json);
            foreach (var reference in added)
            {
                seen.Add(reference);
                order.Enqueue(reference);
            }
        }

        buffer.Write("}}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static int StubLength(SchemaDefinition definition) => definition.Name.Length + definition.Stub.Length + 8;
}
