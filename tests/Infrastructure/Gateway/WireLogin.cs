using System.Security.Cryptography;
using System.Text;
using MongoDB.Bson;

namespace AgentScaler.TestInfrastructure.Gateway;

/// <summary>The login of one connection by SCRAM-SHA-256 (RFC 7677), as MongoDB's drivers speak it: until it is done only what opens a connection is
/// answered.</summary>
internal sealed class WireLogin(WireCredentials credentials)
{
    private const string Mechanism = "SCRAM-SHA-256";
    private const int Iterations = 15_000;
    private const string Header = "n,,";

    private static readonly string[] Open = ["hello", "ismaster", "ping", "buildinfo", "endsessions"];

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(28);
    private string _clientFirst = "";
    private string _serverFirst = "";
    private string _nonce = "";
    private bool _proved;
    private bool _skipsEmptyExchange;
    private bool _done;

    /// <summary>The answer to a command of the login or to one that needs it; null where the command may pass.</summary>
    public BsonDocument? Answer(BsonDocument command) => command.GetElement(0).Name.ToLowerInvariant() switch
    {
        "saslstart" => Start(command),
        "saslcontinue" => Continue(command),
        var name when _done || Open.Contains(name) => null,
        var name => EngineErrors.Reply(13, "Unauthorized", $"Command {name} requires authentication"),
    };

    /// <summary>Tells a client that asks how it may log in.</summary>
    public static void Describe(BsonDocument command, BsonDocument reply)
    {
        if (command.Contains("saslSupportedMechs"))
        {
            reply["saslSupportedMechs"] = new BsonArray { Mechanism };
        }
    }

    private BsonDocument Start(BsonDocument command)
    {
        if (command["mechanism"].AsString is not Mechanism and var other)
        {
            return EngineErrors.Reply(334, "MechanismUnavailable", $"The mechanism {other} is not spoken here.");
        }

        var options = command.GetValue("options", new BsonDocument()).AsBsonDocument;
        _skipsEmptyExchange = options.GetValue("skipEmptyExchange", false).ToBoolean();
        _clientFirst = Text(command)[Header.Length..];
        var parts = Parts(_clientFirst);
        if (parts["n"] != credentials.User)
        {
            return Refused();
        }

        _nonce = parts["r"] + Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        _serverFirst = $"r={_nonce},s={Convert.ToBase64String(_salt)},i={Iterations}";
        return Reply(_serverFirst, isDone: false);
    }

    private BsonDocument Continue(BsonDocument command)
    {
        if (_proved)
        {
            _done = true;
            return Reply("", isDone: true);
        }

        var text = Text(command);
        var parts = Parts(text);
        var exchange = Encoding.UTF8.GetBytes($"{_clientFirst},{_serverFirst},{text[..text.LastIndexOf(",p=", StringComparison.Ordinal)]}");
        var salted = Rfc2898DeriveBytes.Pbkdf2(credentials.Password, _salt, Iterations, HashAlgorithmName.SHA256, 32);
        var storedKey = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var clientKey = Convert.FromBase64String(parts["p"]);
        foreach (var (index, part) in HMACSHA256.HashData(storedKey, exchange).Index())
        {
            clientKey[index] ^= part;
        }

        if (parts["r"] != _nonce || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(clientKey), storedKey))
        {
            return Refused();
        }

        _proved = true;
        _done = _skipsEmptyExchange;
        return Reply($"v={Convert.ToBase64String(HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), exchange))}", _done);
    }

    private static string Text(BsonDocument command) => Encoding.UTF8.GetString(command["payload"].AsByteArray);

    private static Dictionary<string, string> Parts(string message) => message.Split(',').ToDictionary(part => part[..1], part => part[2..]);

    private static BsonDocument Reply(string payload, bool isDone) => new()
    {
        { "conversationId", 1 }, { "done", isDone }, { "payload", new BsonBinaryData(Encoding.UTF8.GetBytes(payload)) }, { "ok", 1.0 },
    };

    private static BsonDocument Refused() => EngineErrors.Reply(18, "AuthenticationFailed", "Authentication failed.");
}
