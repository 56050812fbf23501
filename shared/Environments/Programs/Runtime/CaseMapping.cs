using System.Text;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>
/// Upper and lower case of Latin, Greek and Cyrillic letters, one code point for one. The mapping is fixed here because the tables of .NET and Python
/// follow different versions of Unicode, and because Python maps some letters to several.
/// </summary>
internal static class CaseMapping
{
    /// <summary>First and last upper-case letter, distance to the lower-case letter, step.</summary>
    private static readonly (int First, int Last, int Distance, int Step)[] Ranges =
    [
        (0x41, 0x5A, 32, 1), (0xC0, 0xD6, 32, 1), (0xD8, 0xDE, 32, 1),
        (0x100, 0x12E, 1, 2), (0x132, 0x136, 1, 2), (0x139, 0x147, 1, 2), (0x14A, 0x176, 1, 2), (0x178, 0x178, -121, 1), (0x179, 0x17D, 1, 2),
        (0x391, 0x3A1, 32, 1), (0x3A3, 0x3A9, 32, 1), (0x400, 0x40F, 80, 1), (0x410, 0x42F, 32, 1),
    ];

    private static readonly char[] Lowered = Table(lower: true);
    private static readonly char[] Raised = Table(lower: false);

    public static string Lower(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Map(text, Lowered);

    public static string Upper(string text) => Ascii.IsValid(text) ? text.ToUpperInvariant() : Map(text, Raised);

    private static string Map(string text, char[] table) => string.Create(text.Length, (text, table), static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var c = source.text[i];
            target[i] = c < source.table.Length ? source.table[c] : c;
        }
    });

    private static char[] Table(bool lower)
    {
        var table = new char[0x460];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = (char)c;
        }

        foreach (var (first, last, distance, step) in Ranges)
        {
            for (var c = first; c <= last; c += step)
            {
                table[lower ? c : c + distance] = (char)(lower ? c + distance : c);
            }
        }

        return table;
    }
}
