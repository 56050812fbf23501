namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>Bounds of one argument, and who may call.</summary>
internal static class ArgumentForms
{
    private const string Chars = "(characters|chars|character|letters|symbols|char)";

    public static readonly Form[] Clauses =
    [
        new("(does not have|do not have|has no|have no|lacks|lack|without|missing|insufficient|not enough|no|not have) [the|a|sufficient|required|necessary|appropriate|proper|correct|any|enough|administrative] {x:2} (permission|permissions|access|rights|privileges|right|role|scope|authorization)", _ => new IsAllowed("user", false)),
        new("(does not have|do not have|has no|have no|lacks|lack|without|missing|insufficient|not enough|no|not have) [the|a|sufficient|required|necessary|appropriate|proper|correct|any|enough|administrative] (permission|permissions|access|rights|privileges|right|role|scope|authorization)", _ => new IsAllowed("user", false)),
        new("{who:3} (is|are) not (allowed|authorized|authorised|permitted|entitled)", s => new IsAllowed(s["who"], false)),
        new("^ [access] (forbidden|unauthorized|not authorized|access denied|permission denied|denied|not allowed|not permitted)", _ => new IsAllowed("caller", false)),
        new("^ [the] {arg:4} (is|are) (required|mandatory|missing|blank|empty|not set|not specified|not provided|not given|omitted) $", s => new IsFit(s["arg"], "given", null, null, false)),
        new("^ missing [required|the] {arg:3} $", s => new IsFit(s["arg"], "given", null, null, false)),
        new("^ {arg:3} missing $", s => new IsFit(s["arg"], "given", null, null, false)),
        new("(invalid|malformed|incorrect|wrong|illegal|unprocessable) (input|request|body|parameters|parameter|data|payload|json|arguments|argument|value|values|entity|format|query|supplied|content|syntax)", _ => new IsFit("input", "valid", null, null, false)),
        new("^ validation (error|failed|errors|failure|exception)", _ => new IsFit("input", "valid", null, null, false)),
        new("(validation|validity) (error|failed|errors|failure|exception|checks)", _ => new IsFit("input", "valid", null, null, false)),
        new("(request|input|body|data|payload|parameters|parameter) [you] [sent|supplied|provided|given] (is|was|are|were) (not valid|invalid|malformed|incorrect|wrong|not correct)", _ => new IsFit("input", "valid", null, null, false)),
        new("^ invalid {arg:4} [supplied|provided|given] $", s => new IsFit(s["arg"], "valid", null, null, false)),
        new("(request|input|body|data|payload|parameters) (is|was|are|were) not valid", _ => new IsFit("input", "valid", null, null, false)),
        new("{arg:5} (is|are) (invalid|not valid|malformed|incorrect|out of range|not in the appropriate format|not in the correct format|not supported)", s => new IsFit(s["arg"], "valid", null, null, false)),
        new("{arg:5} (is|are) not in the (appropriate|correct|right|expected|proper) format", s => new IsFit(s["arg"], "valid", null, null, false)),
        new("{arg:5} (is|are) (negative|not positive|zero or less|less than zero|zero or negative|less than or equal to zero)", s => new IsFit(s["arg"], "bounded", 0, null, false)),
    ];

    public static readonly Form[] Whole =
    [
        new("^ {arg:3} must be {n#} (before|to|when|in order to|so that) {x*} $", s => new IsFit(s["arg"], "equal", s.Number("n"), s.Number("n"), true)),
        new("{arg:4} must be [a] (positive|greater than zero|greater than 0|larger than 0)", s => new IsFit(s["arg"], "bounded", 0, null, true)),
        new("{arg:4} (must be|should be|has to be|cannot be) (greater than or equal to|at least|no less than|minimum|not less than|less than) {n#} $", s => new IsFit(s["arg"], "bounded", s.Number("n"), null, true)),
        new("{arg:4} (must be|should be|has to be) (greater than|more than|larger than) {n#} $", s => new IsFit(s["arg"], "bounded", s.Number("n"), null, true)),
        new("{arg:4} (must be|should be|has to be|must lie|must be in the range|is) [a|an] [number|integer|value] (between|from|in range) {n#} (and|to) {m#} ", s => new IsFit(s["arg"], "bounded", s.Number("n"), s.Number("m"), true)),
        new($"{{arg:4}} {Phrases.Cannot} (exceed|be greater than|be more than|be larger than|be longer than|be above) {{n#}} {Chars}", s => new IsFit(s["arg"], "short", null, s.Number("n"), true)),
        new($"{{arg:4}} {Phrases.Cannot} (exceed|be greater than|be more than|be larger than|be above) {{n#}} $", s => new IsFit(s["arg"], "bounded", null, s.Number("n"), true)),
        new("{arg:4} (must be|should be|has to be|can be) (at most|no more than|less than or equal to|less than|up to|maximum|no greater than) {n#} $", s => new IsFit(s["arg"], "bounded", null, s.Number("n"), true)),
        new($"(maximum|max|maximal) [allowed] [length] [is|of|length of] {{n#}} {Chars}", s => new IsFit("it", "short", null, s.Number("n"), true)),
        new($"(up to|at most|no more than|less than|limited to|no longer than|shorter than|not exceed|maximum length of|length is) {{n#}} {Chars}", s => new IsFit("it", "short", null, s.Number("n"), true)),
        new($"{{n#}} {Chars} (or less|or fewer|max|maximum|at most|long at most)", s => new IsFit("it", "short", null, s.Number("n"), true)),
        new($"(at least|minimum|minimum of|minimum length of|no fewer than) {{n#}} {Chars}", s => new IsFit("it", "long", s.Number("n"), null, true)),
        new($"between {{n#}} and {{m#}} {Chars}", s => new IsFit("it", "short", s.Number("n"), s.Number("m"), true)),
        new("{arg:4} must not be (empty|blank|null)", s => new IsFit(s["arg"], "given", null, null, true)),
        new("{arg:4} cannot be (empty|blank|null)", s => new IsFit(s["arg"], "given", null, null, true)),
        new("{arg:4} (must|has to|needs to|should) [always|also] be (specified|provided|given|supplied|set|present|included|filled in|passed)", s => new IsFit(s["arg"], "given", null, null, true)),
        new("^ [the|a] {arg:4} (is|are) (required|mandatory|a required field) $", s => new IsFit(s["arg"], "given", null, null, true)),
        new("^ required $", _ => new IsFit("it", "given", null, null, true)),
        new("{who:4} must have [the|a|an|at least one of the] {x:5} (permission|permissions|role|scope|rights|access|privilege|privileges)", s => new IsAllowed(s["who"], true)),
        new("(requires|require|you need|needs) [the|a|an] {x:5} (permission|permissions|scope|role|access|privileges)", _ => new IsAllowed("caller", true)),
        new("only (administrators|admins|an administrator|an admin|authorized users|authenticated users|account owners|staff) (can|may)", _ => new IsAllowed("caller", true)),
    ];
}
