using System.Text.Json.Serialization;

namespace AgentScaler.Environments.Values;

/// <summary>
/// One JSON value of the value model that both executions of a tool program share (contract, section 2).
/// Numbers are IEEE doubles that compare by value (1 equals 1.0); integers are exact within +-(2^53-1);
/// strings are sequences of code points compared by ordinal; objects ignore the order of their names.
/// </summary>
[JsonConverter(typeof(ValueJsonConverter))]
public readonly struct Value : IEquatable<Value>
{
    /// <summary>The largest integer that the value model holds exactly: 2^53 - 1.</summary>
    public const long MaxInteger = 9007199254740991;

    private static readonly object NumberTag = new();
    private static readonly object TrueTag = new();
    private static readonly object FalseTag = new();

    private readonly object? _reference;
    private readonly double _number;

    private Value(object? reference, double number = 0)
    {
        _reference = reference;
        _number = number;
    }

    public static Value Null => default;

    public static Value True { get; } = new(TrueTag);

    public static Value False { get; } = new(FalseTag);

    public static Value EmptyArray { get; } = new(Array.Empty<Value>());

    public static Value EmptyObject { get; } = new(ObjectValue.Empty);

    public ValueKind Kind => _reference switch
    {
        null => ValueKind.Null,
        string => ValueKind.String,
        ObjectValue => ValueKind.Object,
        Value[] => ValueKind.Array,
        _ => ReferenceEquals(_reference, NumberTag) ? ValueKind.Number : ValueKind.Boolean,
    };

    public bool IsNull => _reference is null;

    public bool IsString => _reference is string;

    public bool IsNumber => ReferenceEquals(_reference, NumberTag);

    public bool IsTrue => ReferenceEquals(_reference, TrueTag);

    public bool IsBoolean => ReferenceEquals(_reference, TrueTag) || ReferenceEquals(_reference, FalseTag);

    public bool IsArray => _reference is Value[];

    public bool IsObject => _reference is ObjectValue;

    /// <summary>Whether this is a number without a fraction within +-(2^53-1).</summary>
    public bool IsInteger => IsNumber && Math.Abs(_number) <= MaxInteger && Math.Floor(_number) == _number;

    public string AsString => _reference as string ?? throw Mismatch(ValueKind.String);

    public double AsNumber => IsNumber ? _number : throw Mismatch(ValueKind.Number);

    public long AsInteger => IsInteger ? (long)_number : throw Mismatch(ValueKind.Number);

    public bool AsBoolean => IsBoolean ? IsTrue : throw Mismatch(ValueKind.Boolean);

    public ObjectValue AsObject => _reference as ObjectValue ?? throw Mismatch(ValueKind.Object);

    public ReadOnlySpan<Value> AsArray => _reference as Value[] ?? throw Mismatch(ValueKind.Array);

    /// <summary>The named member of an object; null if this is not an object or has no such member.</summary>
    public Value this[string name] => _reference is ObjectValue o ? o[name] : Null;

    public static Value From(string? text) => new(text);

    public static Value From(bool flag) => flag ? True : False;

    /// <exception cref="ArgumentOutOfRangeException">The number is not finite, and JSON has no such value.</exception>
    public static Value From(double number) => double.IsFinite(number)
        ? new Value(NumberTag, number == 0 ? 0 : number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A JSON number is finite.");

    /// <exception cref="ArgumentOutOfRangeException">The integer is outside +-(2^53-1).</exception>
    public static Value From(long integer) => integer is <= MaxInteger and >= -MaxInteger
        ? new Value(NumberTag, integer)
        : throw new ArgumentOutOfRangeException(nameof(integer), integer, "Integers lie within +-(2^53-1).");

    /// <summary>Takes ownership of the array.</summary>
    public static Value From(Value[] items) => new(items);

    public static Value From(IEnumerable<Value> items) => new(items.ToArray());

    public static Value From(ObjectValue members) => new(members);

    public static Value Object(params (string Name, Value Value)[] members) =>
        new(new ObjectValue([.. members.Select(m => m.Name)], [.. members.Select(m => m.Value)]));

    public static implicit operator Value(string? text) => From(text);

    public static implicit operator Value(bool flag) => From(flag);

    public static implicit operator Value(int integer) => new(NumberTag, integer);

    public static implicit operator Value(long integer) => From(integer);

    public static implicit operator Value(double number) => From(number);

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not one JSON value of the value model.</exception>
    public static Value Parse(string json) => ValueReader.Parse(json);

    /// <inheritdoc cref="Parse(string)"/>
    public static Value Parse(ReadOnlySpan<byte> utf8Json) => ValueReader.Parse(utf8Json);

    /// <summary>Returns compact JSON with members in their own order and numbers as in RFC 8785.</summary>
    public string ToJson() => ValueWriter.ToJson(this);

    /// <summary>Returns the RFC 8785 form: members sorted by UTF-16 code units, shortest numbers, no white space.</summary>
    public string ToCanonicalJson() => CanonicalJson.ToText(this);

    public override string ToString() => ToJson();

    /// <summary>Whether this is the identical object or an equal scalar. It is a cheap test for "unchanged".</summary>
    internal bool IsSame(Value other) => ReferenceEquals(_reference, other._reference) && _number.Equals(other._number);

    public bool Equals(Value other)
    {
        if (ReferenceEquals(_reference, other._reference))
        {
            return _number.Equals(other._number);
        }

        return (_reference, other._reference) switch
        {
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
            (Value[] a, Value[] b) => a.AsSpan().SequenceEqual(b),
            (ObjectValue a, ObjectValue b) => SameMembers(a, b),
            _ => false,
        };
    }

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => _reference switch
    {
        null => 0,
        string text => text.GetHashCode(StringComparison.Ordinal),
        Value[] items => items.Aggregate(17, (hash, item) => HashCode.Combine(hash, item)),
        ObjectValue members => members.Aggregate(0, (hash, m) => hash ^ HashCode.Combine(m.Key, m.Value)),
        _ => IsNumber ? _number.GetHashCode() : IsTrue ? 1 : 2,
    };

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    private static bool SameMembers(ObjectValue a, ObjectValue b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (!b.TryGet(a.Names[i], out var value) || !a.Values[i].Equals(value))
            {
                return false;
            }
        }

        return true;
    }

    private InvalidOperationException Mismatch(ValueKind wanted) => new($"Expected {wanted}, found {Kind}.");
}
