using System.Globalization;
using System.Text;
using AgentScaler.Language.Values.Vocabulary;

namespace AgentScaler.Language.Values;

/// <summary>
/// Writes a text after a form: <c>{9:4}</c> four digits of which the first is none 0, <c>{0:4}</c> any digits, <c>{f:8}</c> and
/// <c>{F:8}</c> hexadecimal, <c>{A:3}</c> and <c>{a:3}</c> letters, <c>{b:20}</c> letters and digits, <c>{1-31}</c> a number, <c>{01-31}</c>
/// one of as many digits as its upper bound, <c>{red|green}</c> one of the two, <c>{city}</c> a value of a named list, <c>{{</c> a brace.
/// </summary>
public static class TextForm
{
    private const string Upper = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string Write(string form, TextSubject subject, DeterministicRandom random)
    {
        if (!form.Contains('{', StringComparison.Ordinal) && !form.Contains('}', StringComparison.Ordinal))
        {
            return form;
        }

        var text = new StringBuilder();
        for (var i = 0; i < form.Length; i++)
        {
            var doubled = i + 1 < form.Length && form[i] == form[i + 1];
            if (form[i] is '{' or '}' && doubled)
            {
                text.Append(form[i++]);
            }
            else if (form[i] == '{')
            {
                var end = form.IndexOf('}', i);
                text.Append(Slot(form[(i + 1)..end], subject, random));
                i = end;
            }
            else
            {
                text.Append(form[i]);
            }
        }

        return text.ToString();
    }

    private static string Slot(string slot, TextSubject subject, DeterministicRandom random)
    {
        if (slot.Contains('|', StringComparison.Ordinal))
        {
            return random.Pick(slot.Split('|'));
        }

        if (slot is [_, ':', ..])
        {
            return Signs(slot[0], int.Parse(slot.AsSpan(2), CultureInfo.InvariantCulture), random);
        }

        if (char.IsAsciiDigit(slot[0]) && slot.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
        {
            var number =
                random.Between(long.Parse(slot.AsSpan(0, dash), CultureInfo.InvariantCulture), long.Parse(slot.AsSpan(dash + 1), CultureInfo.InvariantCulture));
            return slot[0] == '0' && dash > 1 ? number.ToString(CultureInfo.InvariantCulture).PadLeft(slot.Length - dash - 1, '0')
                : number.ToString(CultureInfo.InvariantCulture);
        }

        return Named(slot, subject, random);
    }

    private static string Signs(char kind, int count, DeterministicRandom random)
    {
        var text = new char[count];
        for (var i = 0; i < count; i++)
        {
            text[i] = kind switch
            {
                // A leading zero is lost wherever somebody reads the code as a number.
                '9' => (char)('0' + (i == 0 ? random.Between(1, 9) : random.Below(10))),
                '0' => (char)('0' + random.Below(10)),
                'f' => "0123456789abcdef"[random.Below(16)],
                'F' => "0123456789ABCDEF"[random.Below(16)],
                'A' => Upper[random.Below(Upper.Length)],
                'a' => char.ToLowerInvariant(Upper[random.Below(Upper.Length)]),
                'b' => Base62[random.Below(Base62.Length)],
                'i' => Base62[random.Below(36)],
                _ => throw new FormatException($"The form has no signs of the kind '{kind}'."),
            };
        }

        return new string(text);
    }

    private static string Named(string slot, TextSubject subject, DeterministicRandom random) => slot switch
    {
        "first" => random.Pick(PlausibleLists.FirstNames),
        "last" => random.Pick(PlausibleLists.LastNames),
        "person" => $"{random.Pick(PlausibleLists.FirstNames)} {random.Pick(PlausibleLists.LastNames)}",
        "login" => $"{random.Pick(PlausibleLists.FirstNames)}.{random.Pick(PlausibleLists.LastNames)}".ToLowerInvariant(),
        "city" => random.Pick(PlausibleLists.Cities).City,
        "place" => random.Pick(PlausibleLists.Cities) is var place ? $"{place.City}, {place.Country}" : "",
        "country" => random.Pick(PlausibleLists.Cities).Country,
        "code" => random.Pick(PlausibleLists.Cities).Code,
        "company" => random.Pick(PlausibleLists.Companies),
        "company-slug" => Slug(random.Pick(PlausibleLists.Companies)),
        "product" => random.Pick(PlausibleLists.Products),
        "file" => $"{random.Pick(Purposes.Words)}-{random.Between(1, 40)}",
        "date" => SemanticText.Date(random),
        "instant" => SemanticText.Instant(random),
        "uuid" => SemanticText.Uuid(random),
        "purpose" => random.Pick(Purposes.Words),
        "Purpose" => Capital(random.Pick(Purposes.Words)),
        "env" => random.Pick(Purposes.Environments),
        "team" => random.Pick(Purposes.Teams),
        "thing" => subject.Thing,
        "Thing" => Capital(subject.Thing),
        "things" => Plural(subject.Thing),
        "Things" => Capital(Plural(subject.Thing)),
        "thing-slug" => Slug(subject.Thing),
        "things-slug" => Slug(Plural(subject.Thing)),
        "column" => Words.Phrase(subject.Name),
        "Column" => Capital(Words.Phrase(subject.Name)),
        "column-slug" => Slug(Words.Phrase(subject.Name)),
        _ => throw new FormatException($"The form has no list '{slot}'."),
    };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Slug(string text) => string.Join('-', Words.Split(text));

    private static string Plural(string phrase)
    {
        var words = phrase.Split(' ');
        words[^1] = Words.Plural(words[^1]);
        return string.Join(' ', words);
    }
}
