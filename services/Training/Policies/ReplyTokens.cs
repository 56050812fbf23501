using AgentScaler.Training.Tokenization;

namespace AgentScaler.Training.Policies;

/// <summary>The tokens that structure a reply.</summary>
internal sealed class ReplyTokens(Tokenizer tokenizer)
{
    private readonly bool[] _added = [.. Enumerable.Range(0, tokenizer.VocabularySize).Select(tokenizer.IsAdded)];

    private readonly Lazy<int[]> _ofByte = new(() => Bytes(tokenizer));

    public int End { get; } = tokenizer.IdOf(SpecialTokens.TurnEnd);

    public int CallStart { get; } = tokenizer.IdOf(SpecialTokens.ToolCallStart);

    public int CallEnd { get; } = tokenizer.IdOf(SpecialTokens.ToolCallEnd);

    public int ThinkStart { get; } = tokenizer.IdOf(SpecialTokens.ThinkStart);

    public int ThinkEnd { get; } = tokenizer.IdOf(SpecialTokens.ThinkEnd);

    public int NewLine { get; } = tokenizer.Encode("\n")[0];

    /// <summary>Returns the token of a single byte. A byte-level vocabulary has all of them.</summary>
    public int OfByte(byte b) => _ofByte.Value[b];

    /// <summary>Whether a token is an added one. It is also true for unused rows of the embedding.</summary>
    public bool IsAdded(int token) => token >= _added.Length || _added[token];

    private static int[] Bytes(Tokenizer tokenizer)
    {
        var tokens = new int[256];
        for (var id = tokenizer.VocabularySize - 1; id >= 0; id--)
        {
            if (tokenizer.BytesOf(id) is [var only])
            {
                tokens[only] = id;
            }
        }

        return tokens;
    }
}
