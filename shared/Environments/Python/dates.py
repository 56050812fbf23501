# Days and instants: texts YYYY-MM-DD and YYYY-MM-DDTHH:MM:SSZ of the years 1 to 9999, computed with as seconds.
import datetime
import re

_MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))?)?\Z"
)
_DAY = 86_400
_END = 3_652_059 * _DAY
_PARTS = ("year", "month", "day", "hour", "minute", "second", "weekday", "yearday")
SESSION_START = (datetime.date(2026, 1, 1).toordinal() - 1) * _DAY
EPOCH = (datetime.date(1970, 1, 1).toordinal() - 1) * _DAY


def parse_moment(value):
    """Seconds since 0001-01-01T00:00:00Z and whether the text is a day alone; None where it is no date."""
    match = _MOMENT.match(value)
    if not match:
        return None
    year, month, day, hour, minute, second, sign, hours, minutes = match.groups()
    try:
        seconds = (datetime.date(int(year), int(month), int(day)).toordinal() - 1) * _DAY
    except ValueError:
        return None
    if hour is None:
        return seconds, True
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59 or int(hours or 0) > 23 or int(minutes or 0) > 59:
        return None
    seconds += int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    offset = int(hours or 0) * 3600 + int(minutes or 0) * 60
    seconds += offset if sign == "-" else -offset
    return (seconds, False) if 0 <= seconds < _END else None


def moment_text(seconds, date_only):
    day = datetime.date.fromordinal(seconds // _DAY + 1)
    date = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
    rest = seconds % _DAY
    return date if date_only else f"{date}T{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}Z"


def _moment(op, value):
    if not isinstance(value, str):
        raise refused(op, "a date", value)
    moment = parse_moment(_read(value))
    if moment is None:
        raise invalid(op + " takes a date YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ")
    return moment


def _moved(op, seconds, date_only):
    if not 0 <= seconds < _END:
        raise invalid(op + " leaves the years 1 to 9999")
    return moment_text(seconds, date_only)


def add_seconds(value, seconds):
    if value is None or seconds is None:
        return None
    start, _ = _moment("add_seconds", value)
    return _moved("add_seconds", start + _whole("add_seconds", seconds), False)


def add_days(value, days):
    if value is None or days is None:
        return None
    start, date_only = _moment("add_days", value)
    return _moved("add_days", start + _whole("add_days", days) * _DAY, date_only)


def add_months(value, months):
    """The same day of a later month, or the last day where the month is too short."""
    if value is None or months is None:
        return None
    start, date_only = _moment("add_months", value)
    day = datetime.date.fromordinal(start // _DAY + 1)
    month = (day.year - 1) * 12 + day.month - 1 + _whole("add_months", months)
    if not 0 <= month < 9999 * 12:
        raise invalid("add_months leaves the years 1 to 9999")
    year, month = month // 12 + 1, month % 12 + 1
    last = 31 if month == 12 else (datetime.date(year, month + 1, 1) - datetime.timedelta(1)).day
    moved = datetime.date(year, month, min(day.day, last))
    return moment_text((moved.toordinal() - 1) * _DAY + start % _DAY, date_only)


def seconds_between(start, end):
    if start is None or end is None:
        return None
    first, _ = _moment("seconds_between", start)
    return _moment("seconds_between", end)[0] - first


def days_between(start, end):
    """Days from one calendar day to another, whatever the time of day."""
    if start is None or end is None:
        return None
    first, _ = _moment("days_between", start)
    return _moment("days_between", end)[0] // _DAY - first // _DAY


def date_of(value):
    return None if value is None else moment_text(_moment("date_of", value)[0], True)


def date_part(value, part):
    if value is None or part is None:
        return None
    seconds, _ = _moment("date_part", value)
    if part not in _PARTS:
        raise invalid("date_part gives year, month, day, hour, minute, second, weekday or yearday")
    day = datetime.date.fromordinal(seconds // _DAY + 1)
    if part in ("year", "month", "day"):
        return getattr(day, part)
    rest = seconds % _DAY
    return {
        "hour": rest // 3600,
        "minute": rest // 60 % 60,
        "second": rest % 60,
        "weekday": day.isoweekday(),
        "yearday": day.timetuple().tm_yday,
    }[part]
