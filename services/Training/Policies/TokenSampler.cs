using AgentScaler.Language.Values;

namespace AgentScaler.Training.Policies;

/// <summary>Chooses the next token from logits, among those that a constraint allows.</summary>
internal sealed class TokenSampler(double temperature, double topP, long seed)
{
    // Most choices are allowed at once. After this number of forbidden ones in a row, every token is checked.
    private const int Tries = 16;

    private SplitMix64 _random = new(unchecked((ulong)seed));

    /// <returns>-1 if no token is allowed.</returns>
    public int Next(Span<float> logits, Func<int, bool> allows)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var token = temperature <= 0 ? Largest(logits) : Draw(logits);
            if (token < 0 || allows(token))
            {
                return token;
            }
            logits[token] = float.NegativeInfinity;
        }

        for (var token = 0; token < logits.Length; token++)
        {
            if (logits[token] > float.NegativeInfinity && !allows(token))
            {
                logits[token] = float.NegativeInfinity;
            }
        }

        return temperature <= 0 ? Largest(logits) : Draw(logits);
    }

    private static int Largest(ReadOnlySpan<float> logits)
    {
        var best = -1;
        for (var i = 0; i < logits.Length; i++)
        {
            if (logits[i] > (best < 0 ? float.NegativeInfinity : logits[best]))
            {
                best = i;
            }
        }

        return best;
    }

    private int Draw(ReadOnlySpan<float> logits)
    {
        var largest = Largest(logits);
        if (largest < 0)
        {
            return -1;
        }
        var weights = new (int Token, double Weight)[logits.Length];
        double total = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            weights[i] = (i, Math.Exp((logits[i] - (double)logits[largest]) / temperature));
            total += weights[i].Weight;
        }

        if (topP < 1)
        {
            Array.Sort(weights, (a, b) => b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight) : a.Token.CompareTo(b.Token));
            double kept = 0;
            var count = 0;
            while (count < weights.Length && kept < topP * total)
            {
                kept += weights[count++].Weight;
            }
            (weights, total) = (weights[..count], kept);
        }

        var mark = _random.NextDouble() * total;
        foreach (var (token, weight) in weights)
        {
            mark -= weight;
            if (mark < 0 && weight > 0)
            {
                return token;
            }
        }

        return largest;
    }
}
