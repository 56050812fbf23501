namespace AgentScaler.Training.Tokenization;

/// <summary>
/// The one-to-one map between bytes and printable characters of byte-level BPE (introduced with GPT-2): printable Latin-1 bytes map to themselves,
/// and the others to U+0100 onwards in order.
/// </summary>
internal static class ByteAlphabet
{
    public static char[] ToCharacter { get; } = Build();

    private static readonly Dictionary<char, byte> FromCharacter =
        ToCharacter.Select((c, b) => (c, b)).ToDictionary(p => p.c, p => (byte)p.b);

    public static bool TryGetByte(char character, out byte value) => FromCharacter.TryGetValue(character, out value);

    private static char[] Build()
    {
        var map = new char[256];
        var next = 256;
        for (var b = 0; b < 256; b++)
        {
            map[b] = b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF) ? (char)b : (char)next++;
        }

        return map;
    }
}
