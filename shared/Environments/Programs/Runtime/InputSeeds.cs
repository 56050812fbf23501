using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>
/// The seeds of the inputs of derived values. A result often holds a dozen values derived from the same arguments, so the last few inputs are cached. An
/// instance belongs to one session.
/// </summary>
internal sealed class InputSeeds
{
    private const int Remembered = 4;

    private readonly (Value[]? Inputs, ulong Seed)[] _last = new (Value[]?, ulong)[Remembered];
    private int _next;

    /// <summary>Charges for reading the inputs, and returns the same seed for equal ones.</summary>
    public ulong Of(Value[] inputs, StepMeter meter)
    {
        var all = Value.From(inputs);
        meter.Deep(all);
        StepMeter.Bounded(all);
        foreach (var (known, seed) in _last)
        {
            if (known is not null && SameScalars(known, inputs))
            {
                return seed;
            }
        }

        var made = Draws.Seed(all);
        _last[_next] = (inputs, made);
        _next = (_next + 1) % Remembered;
        return made;
    }

    private static bool SameScalars(Value[] a, Value[] b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (b[i].IsArray || b[i].IsObject || !a[i].Equals(b[i]))
            {
                return false;
            }
        }

        return true;
    }
}
