namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>A calendar day, or an instant in UTC to the second, of the years 1 to 9999.</summary>
/// <param name="Seconds">Seconds since 0001-01-01T00:00:00Z.</param>
/// <param name="DateOnly">Whether the text was a day alone.</param>
internal readonly record struct Moment(long Seconds, bool DateOnly)
{
    private const long Day = 86_400;
    private const long End = 3_652_059 * Day;

    /// <summary>2026-01-01T00:00:00Z, the start of the clock of a session with seed 0.</summary>
    public static readonly long SessionStart = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerSecond;

    /// <summary>1970-01-01T00:00:00Z, from which the clock in the table <c>_session</c> counts.</summary>
    public static readonly long Epoch = DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond;

    public DateTime Time => new(Seconds * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    public long DayNumber => Seconds / Day;

    public static bool InRange(double seconds) => seconds is >= 0 and < End;

    /// <summary><c>YYYY-MM-DD</c>, alone or followed by T or a space, <c>HH:MM</c>, and optionally seconds, a fraction, which is dropped, and Z or an
    /// offset.</summary>
    public static bool TryParse(string text, out Moment moment)
    {
        moment = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !Digits(text, 0, 4, out var year) || !Digits(text, 5, 2, out var month) || !Digits(text, 8, 2, out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var seconds = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerSecond;
        if (text.Length == 10)
        {
            moment = new Moment(seconds, true);
            return true;
        }

        if (!TryParseTime(text, out var ofDay))
        {
            return false;
        }

        seconds += ofDay;
        moment = new Moment(seconds, false);
        return InRange(seconds);
    }

    public override string ToString() => string.Create(DateOnly ? 10 : 20, this, static (text, moment) =>
    {
        var time = moment.Time;
        Two(text, 0, time.Year / 100);
        Two(text, 2, time.Year % 100);
        text[4] = text[7] = '-';
        Two(text, 5, time.Month);
        Two(text, 8, time.Day);
        if (text.Length > 10)
        {
            text[10] = 'T';
            Two(text, 11, time.Hour);
            Two(text, 14, time.Minute);
            Two(text, 17, time.Second);
            text[13] = text[16] = ':';
            text[19] = 'Z';
        }
    });

    private static void Two(Span<char> text, int at, int number)
    {
        text[at] = (char)('0' + (number / 10));
        text[at + 1] = (char)('0' + (number % 10));
    }

    private static bool TryParseTime(string text, out long seconds)
    {
        seconds = 0;
        if (text[10] is not ('T' or 't' or ' ') || text.Length < 16 || text[13] != ':'
            || !Digits(text, 11, 2, out var hour) || !Digits(text, 14, 2, out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        seconds = (hour * 3600) + (minute * 60);
        var at = 16;
        if (at < text.Length && text[at] == ':')
        {
            if (!Digits(text, at + 1, 2, out var second) || second > 59)
            {
                return false;
            }

            seconds += second;
            at += 3;
            if (at < text.Length && text[at] == '.')
            {
                var digits = ++at;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                {
                    at++;
                }

                if (at == digits)
                {
                    return false;
                }
            }
        }

        return TryParseOffset(text.AsSpan(at), ref seconds);
    }

    private static bool TryParseOffset(ReadOnlySpan<char> offset, ref long seconds)
    {
        if (offset.Length == 0 || offset is "Z" or "z")
        {
            return true;
        }

        var text = offset.ToString();
        if (offset.Length != 6 || offset[0] is not ('+' or '-') || offset[3] != ':'
            || !Digits(text, 1, 2, out var hours) || !Digits(text, 4, 2, out var minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }

        var distance = (hours * 3600) + (minutes * 60);
        seconds -= offset[0] == '-' ? -distance : distance;
        return true;
    }

    private static bool Digits(string text, int start, int count, out int value)
    {
        value = 0;
        if (start + count > text.Length)
        {
            return false;
        }

        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return true;
    }
}
