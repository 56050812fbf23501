using MongoDB.Bson;
using Npgsql;

namespace AgentScaler.TestInfrastructure.Gateway;

/// <summary>
/// The engine numbers its errors by SQLSTATE (class M0); clients of MongoDB act on MongoDB's numbers. Only those on which the
/// driver acts are translated; the rest become InternalError with the engine's text.
/// </summary>
internal static class EngineErrors
{
    private const int InternalError = 1;

    private static readonly Dictionary<string, (int Code, string Name)> Known = new(StringComparer.Ordinal)
    {
        ["M0008"] = (26, "NamespaceNotFound"),
        ["M000E"] = (43, "CursorNotFound"),
        ["M001C"] = (11000, "DuplicateKey"),
        ["23505"] = (11000, "DuplicateKey"),
        ["40001"] = (112, "WriteConflict"),
        ["40P01"] = (112, "WriteConflict"),
        ["57014"] = (11601, "Interrupted"),
        ["57P01"] = (11600, "InterruptedAtShutdown"),
        ["57P03"] = (11600, "InterruptedAtShutdown"),
    };

    public static BsonDocument Reply(PostgresException exception) => Failure(exception.SqlState, exception.MessageText);

    public static BsonDocument Reply(int code, string name, string message) => new()
    {
        { "ok", 0.0 }, { "errmsg", message }, { "code", code }, { "codeName", name },
    };

    /// <summary>Puts MongoDB's numbers into the write errors of a reply.</summary>
    public static BsonDocument Translate(BsonDocument reply)
    {
        foreach (var error in reply.GetValue("writeErrors", new BsonArray()).AsBsonArray.Cast<BsonDocument>())
        {
            var state = SqlState(error["code"].ToInt32());
            if (Known.TryGetValue(state, out var known))
            {
                error["code"] = known.Code;
            }
        }

        return reply;
    }

    private static BsonDocument Failure(string state, string message) =>
        Known.TryGetValue(state, out var known)
            ? Reply(known.Code, known.Name, message)
            : Reply(InternalError, "InternalError", $"{message} ({state})");

    /// <summary>PostgreSQL packs the five characters of a SQLSTATE into six bits each, the first lowest.</summary>
    private static string SqlState(int packed) =>
        string.Create(5, packed, static (text, bits) =>
        {
            for (var i = 0; i < 5; i++)
            {
                text[i] = (char)('0' + ((bits >> (6 * i)) & 0x3F));
            }
        });
}
