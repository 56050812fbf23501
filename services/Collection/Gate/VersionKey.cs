using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentScaler.Collection.Gate;

/// <summary>
/// Compares versions in the order that people mean: by their numbers (dates are numbers too), and if these are equal, a release after its release
/// candidate, beta, preview and alpha. So 2020-01-01-preview comes after 2019-08-01 and before 2020-01-01, v10 after v9, and 1.0.1 after 1.0.
/// </summary>
internal sealed partial class VersionKey : IComparable<VersionKey>
{
    private readonly List<long> _numbers = [];
    private readonly int _stage = 4;
    private readonly string _text;

    public VersionKey(string version)
    {
        _text = version;
        foreach (Match match in Token().Matches(version))
        {
            var token = match.Value;
            if (char.IsAsciiDigit(token[0]))
            {
                // Numbers after a stage count it: v1beta2 is the second beta of 1.
                _numbers.Add(long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue);
                continue;
            }

            var stage = token.ToLowerInvariant() switch
            {
                "alpha" or "p" or "dev" or "snapshot" => 0,
                "preview" or "pre" => 1,
                "beta" or "b" => 2,
                "rc" => 3,
                _ => 4,
            };
            if (stage < _stage)
            {
                _stage = stage;
                Base = _numbers.Count;
            }
        }

        Base = _stage == 4 ? _numbers.Count : Base;
    }

    /// <summary>The number of numbers before the stage.</summary>
    private int Base { get; }

    public int CompareTo(VersionKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var index = 0; index < Math.Max(Base, other.Base); index++)
        {
            var difference = At(index, Base).CompareTo(other.At(index, other.Base));
            if (difference != 0)
            {
                return difference;
            }
        }

        if (_stage != other._stage)
        {
            return _stage.CompareTo(other._stage);
        }

        for (var index = 0; index < Math.Max(_numbers.Count - Base, other._numbers.Count - other.Base); index++)
        {
            var difference = At(Base + index, _numbers.Count).CompareTo(other.At(other.Base + index, other._numbers.Count));
            if (difference != 0)
            {
                return difference;
            }
        }

        return string.CompareOrdinal(_text, other._text);
    }

    private long At(int index, int end) => index < end ? _numbers[index] : -1;

    [GeneratedRegex(@"\d+|[A-Za-z]+")]
    private static partial Regex Token();
}
