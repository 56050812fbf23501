namespace AgentScaler.Language;

/// <summary>Verbs that change nothing. Each line is read by <see cref="VerbLexicon"/>.</summary>
internal static class ReadingVerbs
{
    public const string Text =
        """
        describe, display, fetch, get, head, inspect, load, lookup, obtain, read, retrieve, tell, view: get
        access: get; noun
        show: get; unmarks hidden
        all, browse, discover, enumerate, list, recommend, scan, suggest: list
        index: list; noun
        explore, filter, find, match, query, search, select: search
        total: count
        count: count; noun
        authenticate, can, check, ensure, exists, has, is, login: check
        analyse, analyze, assess, calculate, classify, compare, compute, convert, decode, decrypt, detect, determine, diff, differentiate: compute
        divide, encode, encrypt, estimate, evaluate, extract, factorial, format, hash, identify, integrate, interpolate, measure, merge: compute
        minify, multiply, normalize, optimize, parse, ping, predict, resolve_dns, reverse, round, simulate, sort, split, subtract, sum: compute
        summarize, think, validate, visualize: compute
        test: compute; noun
        crawl, define, geocode, locate, navigate, preview, random, scrape, translate, whois: lookup
        forecast: lookup; noun
        quote: lookup; noun
        route: lookup; noun
        """;
}
