using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Traffic;

/// <summary>Takes credentials out of recorded traffic before anything of it is kept. Headers and cookies are never read at all.</summary>
internal static class Secrets
{
    private const string Removed = "[removed]";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "passphrase", "secret", "client_secret", "token", "access_token", "refresh_token", "id_token", "auth_token", "api_token",
            "session_token",
        "csrf_token", "xsrf_token", "csrf", "authorization", "auth", "api_key", "apikey", "app_key", "private_key", "secret_key", "secret_access_key",
            "signature", "sig", "session_id", "sessionid",
        "jwt", "bearer", "credential", "credentials", "cookie", "set_cookie", "otp", "pin", "cvv", "cvc", "card_number", "ssn",
    };

    public static bool Is(string name) => Names.Contains(Words.Snake(name));

    /// <summary>The value with every member of a secret's name emptied of its content.</summary>
    public static Value Without(Value value, int depth = 0)
    {
        if (depth > 64)
        {
            return Value.Null;
        }

        if (value.IsArray)
        {
            return Value.From(value.AsArray.ToArray().Select(v => Without(v, depth + 1)));
        }

        return value.IsObject
            ? Value.From(new ObjectValue(
                value.AsObject.Names.ToArray(),
                [.. value.AsObject.Select(m => Is(m.Key) && !m.Value.IsNull ? Value.From(Removed) : Without(m.Value, depth + 1))]))
            : value;
    }
}
