using System.Text;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>
/// Checks one value against a compiled schema and finds the first problem. The Python runtime checks in the same order, so that both report the same problem.
/// The check fills in defaults, except inside <c>anyOf</c> and <c>oneOf</c>, where the alternative is not determined. The work is bounded.
/// </summary>
internal ref struct SchemaCheck
{
    private const int MaxSteps = 100_000;
    private const int MaxDepth = 150;
    private const int ShownChoices = 10;
    private const int ChoicesAStep = 64;
    private const int PatternAStep = 64;

    private int _steps;
    private List<string>? _path;

    /// <summary>The first problem; null if the value is valid.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether the value is valid; <paramref name="filled"/> is the value with its defaults.</summary>
    public bool Check(SchemaDemands node, Value value, out Value filled) => Check(node, value, 0, out filled);

    /// <summary>The place of the problem, for people: <c>guest.rooms[2].size</c>; empty for the value itself.</summary>
    public readonly string Path()
    {
        var text = new StringBuilder();
        for (var i = (_path?.Count ?? 0) - 1; i >= 0; i--)
        {
            var segment = _path![i];
            text.Append(segment[0] == '.' && text.Length == 0 ? segment[1..] : segment);
        }

        return text.ToString();
    }

    /// <summary>A member in a path: <c>.name</c>, or <c>["odd name"]</c>.</summary>
    private static string Segment(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? "." + name : "[" + CanonicalJson.ToText(name) + "]";

    private bool Fail(string problem)
    {
        Problem = problem;
        return false;
    }

    private bool FailAt(string segment)
    {
        (_path ??= []).Add(segment);
        return false;
    }

    private bool Check(SchemaDemands node, Value value, int depth, out Value filled)
    {
        filled = value;
        if (++_steps > MaxSteps || depth > MaxDepth)
        {
            return Fail("is too complex to check");
        }

        if (node.Never)
        {
            return Fail("is not allowed");
        }

        if (node.Reference is not null && !Check(node.Reference, value, depth + 1, out filled))
        {
            return false;
        }

        if (node.Types != Kinds.None && !SchemaTypeNames.Allow(node.Types, value))
        {
            return Fail($"expected {SchemaTypeNames.Expected(node.Types)}, got {SchemaTypeNames.Of(value)}");
        }

        _steps += (node.Enum?.Length ?? 0) / ChoicesAStep;
        if ((node.Enum is not null && !Choice(node.Enum, value))
            || (node.Const is { } constant && constant != value && !Fail($"must be {constant.ToCanonicalJson()}")))
        {
            return false;
        }

        var good = value.Kind switch
        {
            ValueKind.Number => CheckNumber(node, value.AsNumber),
            ValueKind.String => CheckText(node, value.AsString),
            ValueKind.Array => CheckArray(node, filled, depth, out filled),
            ValueKind.Object => !node.HasObjectKeywords || CheckObject(node, filled.AsObject, depth, out filled),
            _ => true,
        };
        return good && CheckCombinations(node, depth, ref filled);
    }

    private bool Choice(Value[] choices, Value value)
    {
        if (Array.IndexOf(choices, value) >= 0)
        {
            return true;
        }

        var shown = choices.Take(ShownChoices).Select(c => c.ToCanonicalJson());
        return Fail($"must be one of {string.Join(", ", shown)}{(choices.Length > ShownChoices ? ", ..." : "")}");
    }

    private bool CheckNumber(SchemaDemands node, double number)
    {
        if (number < node.Minimum)
        {
            return Fail($"must be at least {CanonicalJson.Number(node.Minimum.Value)}");
        }

        if (number > node.Maximum)
        {
            return Fail($"must be at most {CanonicalJson.Number(node.Maximum.Value)}");
        }

        if (number <= node.ExclusiveMinimum)
        {
            return Fail($"must be greater than {CanonicalJson.Number(node.ExclusiveMinimum.Value)}");
        }

        return !(number >= node.ExclusiveMaximum) || Fail($"must be less than {CanonicalJson.Number(node.ExclusiveMaximum.Value)}");
    }

    private bool CheckText(SchemaDemands node, string text)
    {
        if (node.MinLength > 0 || node.MaxLength < text.Length)
        {
            var length = text.Length - text.Count(char.IsLowSurrogate);
            if (length < node.MinLength)
            {
                return Fail($"must have at least {node.MinLength} characters");
            }

            if (length > node.MaxLength)
            {
                return Fail($"must have at most {node.MaxLength} characters");
            }
        }

        if (node.Format is not null && !StringFormats.Matches(node.Format, text))
        {
            return Fail($"must be a valid {node.Format}");
        }

        if (node.Pattern is null)
        {
            return true;
        }

        // A pattern costs its own size for every character.
        _steps = (int)Math.Min(MaxSteps + 1L, _steps + ((long)CodePoints.Count(text) * node.Pattern.Size / PatternAStep));
        if (_steps > MaxSteps)
        {
            return Fail("is too complex to check");
        }

        return node.Pattern.Matches(text) || Fail($"must match the pattern {node.PatternText}");
    }

    private bool CheckArray(SchemaDemands node, Value array, int depth, out Value filled)
    {
        filled = array;
        var items = array.AsArray;
        if (items.Length < node.MinItems)
        {
            return Fail($"must have at least {node.MinItems} items");
        }

        if (items.Length > node.MaxItems)
        {
            return Fail($"must have at most {node.MaxItems} items");
        }

        Value[]? copy = null;
        for (var i = 0; i < items.Length; i++)
        {
            var schema = i < node.PrefixItems.Length ? node.PrefixItems[i] : node.Items;
            if (schema is null)
            {
                break;
            }

            if (!Check(schema, items[i], depth + 1, out var item))
            {
                return FailAt($"[{i}]");
            }

            if (!item.IsSame(items[i]))
            {
                (copy ??= items.ToArray())[i] = item;
            }
        }

        filled = copy is null ? array : Value.From(copy);
        return !node.UniqueItems || new HashSet<Value>(items.ToArray()).Count == items.Length || Fail("must not hold an item twice");
    }

    private bool CheckObject(SchemaDemands node, ObjectValue members, int depth, out Value filled)
    {
        filled = Value.From(members);
        foreach (var name in node.Required)
        {
            if (members.IndexOf(name) < 0)
            {
                Fail("is missing");
                return FailAt(Segment(name));
            }
        }

        foreach (var (name, needed) in node.DependentRequired)
        {
            if (members.IndexOf(name) >= 0 && Array.Find(needed, n => members.IndexOf(n) < 0) is { } missing)
            {
                Fail("is missing beside " + name);
                return FailAt(Segment(missing));
            }
        }

        if (!CheckUnnamed(node, members, depth, out var result))
        {
            return false;
        }

        foreach (var property in node.Properties)
        {
            var at = members.IndexOf(property.Name);
            if (at < 0)
            {
                continue;
            }

            var given = result.Values[result.IndexOf(property.Name)];
            if (!Check(property.Schema, given, depth + 1, out var value))
            {
                return FailAt(Segment(property.Name));
            }

            result = value.IsSame(given) ? result : result.With(property.Name, value);
        }

        filled = Value.From(WithDefaults(node, result));
        return true;
    }

    /// <summary>Checks members whose names match patterns, and members that the schema does not name.</summary>
    private bool CheckUnnamed(SchemaDemands node, ObjectValue members, int depth, out ObjectValue result)
    {
        result = members;
        if (node.AdditionalProperties is null && node.PatternProperties.Length == 0)
        {
            return true;
        }

        for (var i = 0; i < members.Count; i++)
        {
            var name = members.Names[i];
            var isNamed = node.PropertyNodes.ContainsKey(name);
            var value = members.Values[i];
            foreach (var (pattern, schema) in node.PatternProperties)
            {
                // A pattern costs its own size for every character.
                _steps = (int)Math.Min(MaxSteps + 1L, _steps + ((long)CodePoints.Count(name) * (pattern?.Size ?? 0) / PatternAStep));
                if (_steps > MaxSteps)
                {
                    return Fail("is too complex to check");
                }

                isNamed |= pattern is null;
                if (pattern?.Matches(name) == true)
                {
                    isNamed = true;
                    if (!Check(schema, value, depth + 1, out value))
                    {
                        return FailAt(Segment(name));
                    }
                }
            }

            if (!isNamed && node.AdditionalProperties is not null && !Check(node.AdditionalProperties, value, depth + 1, out value))
            {
                return FailAt(Segment(name));
            }

            result = value.IsSame(members.Values[i]) ? result : result.With(name, value);
        }

        return true;
    }

    /// <summary>Appends the defaults of missing members, in the order of the schema, to the given members.</summary>
    private static ObjectValue WithDefaults(SchemaDemands node, ObjectValue members)
    {
        foreach (var property in node.Properties)
        {
            if (property.Default is { } value && members.IndexOf(property.Name) < 0)
            {
                members = members.With(property.Name, value);
            }
        }

        return members;
    }

    private bool CheckCombinations(SchemaDemands node, int depth, ref Value filled)
    {
        foreach (var part in node.AllOf)
        {
            if (!Check(part, filled, depth + 1, out filled))
            {
                return false;
            }
        }

        if (node.AnyOf.Length > 0 && Count(node.AnyOf, filled, depth, enough: 1) == 0)
        {
            return Fail("fits none of the allowed forms");
        }

        if (node.OneOf.Length > 0 && Count(node.OneOf, filled, depth, enough: 2) is var fitting and not 1)
        {
            return Fail(fitting == 0 ? "fits none of the allowed forms" : "fits more than one of the allowed forms");
        }

        return true;
    }

    /// <summary>Counts the alternatives that fit, up to <paramref name="enough"/>.</summary>
    private int Count(SchemaDemands[] alternatives, Value value, int depth, int enough)
    {
        var fitting = 0;
        foreach (var alternative in alternatives)
        {
            if (Check(alternative, value, depth + 1, out _))
            {
                fitting++;
            }

            // The reason why an alternative does not fit is not a problem of the value.
            Problem = null;
            _path = null;
            if (fitting >= enough)
            {
                break;
            }
        }

        return fitting;
    }
}
