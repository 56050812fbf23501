using System.Buffers.Binary;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Serializers;

namespace AgentScaler.TestInfrastructure.Gateway;

/// <summary>One request of the MongoDB wire protocol: OP_MSG, or the legacy OP_QUERY that opens a connection.</summary>
internal sealed class WireMessage
{
    private const int OpReply = 1;
    private const int OpQuery = 2004;
    private const int OpMsg = 2013;
    private const int MoreToComeFlag = 2;
    private const int ChecksumFlag = 1;

    private readonly int _requestId;
    private readonly bool _legacy;

    private WireMessage(int requestId, bool legacy, bool moreToCome, BsonDocument command)
    {
        _requestId = requestId;
        _legacy = legacy;
        MoreToCome = moreToCome;
        Command = command;
    }

    /// <summary>The command with its document sequences put in as arrays.</summary>
    public BsonDocument Command { get; }

    /// <summary>The client expects no answer.</summary>
    public bool MoreToCome { get; }

    /// <summary>Null where the stream has ended.</summary>
    public static async Task<WireMessage?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[16];
        if (await stream.ReadAtLeastAsync(header, 16, throwOnEndOfStream: false, cancellationToken) < 16)
        {
            return null;
        }

        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - 16];
        await stream.ReadExactlyAsync(body, cancellationToken);
        var requestId = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
        return BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12)) switch
        {
            OpMsg => ReadMessage(requestId, body),
            OpQuery => ReadQuery(requestId, body),
            var other => throw new IOException($"Operation {other} of the wire protocol is not spoken here."),
        };
    }

    public byte[] Reply(BsonDocument document)
    {
        var bson = document.ToBson();
        var prefix = _legacy ? 20 : 5;
        var message = new byte[16 + prefix + bson.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(8), _requestId);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), _legacy ? OpReply : OpMsg);
        if (_legacy)
        {
            BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(32), 1);
        }

        bson.CopyTo(message, 16 + prefix);
        return message;
    }

    private static WireMessage ReadMessage(int requestId, byte[] body)
    {
        var flags = BinaryPrimitives.ReadInt32LittleEndian(body);
        var end = (flags & ChecksumFlag) != 0 ? body.Length - 4 : body.Length;
        BsonDocument? command = null;
        var sequences = new List<(string Name, BsonArray Documents)>();
        for (var at = 4; at < end;)
        {
            var kind = body[at++];
            var length = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at));
            if (kind == 0)
            {
                command = Document(body, at, length);
            }
            else
            {
                sequences.Add(Sequence(body, at, length));
            }

            at += length;
        }

        foreach (var (name, documents) in sequences)
        {
            command!.Add(name, documents);
        }

        return new WireMessage(requestId, legacy: false, (flags & MoreToComeFlag) != 0, command!);
    }

    private static (string Name, BsonArray Documents) Sequence(byte[] body, int start, int length)
    {
        var zero = Array.IndexOf(body, (byte)0, start + 4);
        var name = System.Text.Encoding.UTF8.GetString(body, start + 4, zero - start - 4);
        var documents = new BsonArray();
        for (var at = zero + 1; at < start + length;)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at));
            documents.Add(Document(body, at, size));
            at += size;
        }

        return (name, documents);
    }

    private static WireMessage ReadQuery(int requestId, byte[] body)
    {
        var start = Array.IndexOf(body, (byte)0, 4) + 9;
        return new WireMessage(requestId, legacy: true, moreToCome: false, Document(body, start, BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(start))));
    }

    private static BsonDocument Document(byte[] body, int start, int length)
    {
        using var reader = new BsonBinaryReader(new MemoryStream(body, start, length));
        return BsonDocumentSerializer.Instance.Deserialize(BsonDeserializationContext.CreateRoot(reader));
    }
}
