namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>The closed classes of words that hold a clause together. What belongs to none of them is a noun, a state or an act.</summary>
internal static class Lexicon
{
    private static readonly HashSet<string> Copulas = Set("is are was were be been being becomes become remains remain stays stay gets got");
    private static readonly HashSet<string> Haves = Set("has have had having holds hold carries carry contains contain owns own possesses possess includes include bears bear");
    private static readonly HashSet<string> Helpers = Set("does do did");
    private static readonly HashSet<string> Modals = Set("must may can cannot could will would should shall might");
    private static readonly HashSet<string> Adverbs =
        Set("already still currently yet now also even just actually otherwise again previously anymore presently then ever simply either both so once too");

    private static readonly HashSet<string> Articles =
        Set("the a an its their his her your our this that these those any some each every said same respective given requested specified present another all my one other");

    private static readonly HashSet<string> Leads = Set("that because since as if when while where whenever either both else or and but then so once nor whether");

    private static readonly HashSet<string> Times = Set("time times date dates day days night nights slot slots period periods hour hours interval moment window evening week range");

    private static readonly HashSet<string> Clashing =
        Set("overlap overlaps overlapping clash clashes clashing conflict conflicts conflicting collide collides intersect intersects coincide coincides");

    private static readonly HashSet<string> Motions =
        Set("exceed exceeds surpass surpasses go goes rise rises climb climbs fall falls drop drops run runs reach reaches");

    private static readonly HashSet<string> Others =
        Set("exist exists belong belongs start starts begin begins end ends lie lies happen happens match matches equal equals differ differs cover covers suffice suffices owe owes need needs");

    private static readonly Dictionary<string, double> Numbers = new(
        "no zero one two three four five six seven eight nine ten eleven twelve".Split(' ').Select((w, at) => KeyValuePair.Create(w, Math.Max(0.0, at - 1))),
        StringComparer.Ordinal)
    {
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["fifty"] = 50,
        ["hundred"] = 100,
    };

    public static bool IsCopula(string word) => Copulas.Contains(word);

    public static bool IsHave(string word) => Haves.Contains(word);

    public static bool IsHelper(string word) => Helpers.Contains(word);

    public static bool IsModal(string word) => Modals.Contains(word);

    public static bool IsAdverb(string word) => Adverbs.Contains(word);

    public static bool IsArticle(string word) => Articles.Contains(word);

    public static bool IsLead(string word) => Leads.Contains(word);

    public static bool IsTime(string word) => Times.Contains(word);

    public static bool IsClash(string word) => Clashing.Contains(word);

    public static bool IsMotion(string word) => Motions.Contains(word);

    public static bool IsActive(string word) => Clashing.Contains(word) || Motions.Contains(word) || Others.Contains(word);

    /// <summary>Whether a word can be the verb of a clause.</summary>
    public static bool IsFinite(string word) => IsCopula(word) || IsHave(word) || IsHelper(word) || IsModal(word) || IsActive(word);

    /// <summary>A number in digits or in words; null for any other word.</summary>
    public static double? Number(string word) => Numbers.TryGetValue(word, out var named) ? named
        : double.TryParse(word, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture,
        out var written) ? written : null;

    /// <summary>How often: once, twice, three times.</summary>
    public static double? HowOften(IReadOnlyList<string> words) => words switch
    {
        ["once", ..] => 1,
        ["twice", ..] => 2,
        ["thrice", ..] => 3,
        [var number, "times" or "time", ..] => Number(number),
        _ => null,
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
