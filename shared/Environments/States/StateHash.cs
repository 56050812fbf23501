using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// The order-independent hash of a state: the sum modulo 2^256 of SHA-256 of the RFC 8785 form of <c>[table,row]</c> over all rows except those of
/// <c>_session</c> (contract, section 2). Adding or removing a row takes time for that row alone.
/// </summary>
public readonly record struct StateHash
{
    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    private StateHash(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    public static StateHash Empty => default;

    public static StateHash Of(DatabaseState state) => state.Hash(Compute);

    /// <summary>The share of one row; zero for a row of <c>_session</c>.</summary>
    public static StateHash OfRow(string table, ObjectValue row)
    {
        if (table == DatabaseState.SessionTable)
        {
            return default;
        }

        using var buffer = PooledBuffer.Rent();
        CanonicalJson.WriteRow(buffer, table, row);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.Written, digest);
        return new StateHash(
            BinaryPrimitives.ReadUInt64BigEndian(digest),
            BinaryPrimitives.ReadUInt64BigEndian(digest[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(digest[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(digest[24..]));
    }

    public StateHash Add(string table, ObjectValue row) => this + OfRow(table, row);

    public StateHash Remove(string table, ObjectValue row) => this - OfRow(table, row);

    public static StateHash operator +(StateHash x, StateHash y)
    {
        var d = x._d + y._d;
        var carry = d < x._d ? 1UL : 0;
        var c = AddWithCarry(x._c, y._c, ref carry);
        var b = AddWithCarry(x._b, y._b, ref carry);
        return new StateHash(x._a + y._a + carry, b, c, d);
    }

    /// <summary>x - y = x + (not y) + 1 modulo 2^256.</summary>
    public static StateHash operator -(StateHash x, StateHash y) =>
        x + new StateHash(~y._a, ~y._b, ~y._c, ~y._d) + new StateHash(0, 0, 0, 1);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"sha256:{_a:x16}{_b:x16}{_c:x16}{_d:x16}");

    private static ulong AddWithCarry(ulong x, ulong y, ref ulong carry)
    {
        var sum = (UInt128)x + y + carry;
        carry = (ulong)(sum >> 64);
        return (ulong)sum;
    }

    private static StateHash Compute(DatabaseState state)
    {
        var sum = default(StateHash);
        foreach (var table in state.Tables)
        {
            foreach (var row in state.Rows(table))
            {
                sum += row.KeepsJson ? row.HashAsRow(table) : OfRow(table, row);
            }
        }

        return sum;
    }
}
