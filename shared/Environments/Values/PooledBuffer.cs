using System.Buffers;

namespace AgentScaler.Environments.Values;

/// <summary>A growing buffer of bytes from the shared pool, for text that is used within one operation.</summary>
internal sealed class PooledBuffer : IDisposable
{
    /// <summary>The size up to which a thread reuses its buffer. A larger one, from a long text, is returned.</summary>
    private const int LargestKept = 1 << 16;

    [ThreadStatic]
    private static PooledBuffer? _free;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);
    private int _count;

    private PooledBuffer()
    {
    }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    public int Count => _count;

    public static PooledBuffer Rent()
    {
        var buffer = _free ?? new PooledBuffer();
        _free = null;
        buffer._count = 0;
        return buffer;
    }

    public void Dispose()
    {
        if (_free is null && _bytes.Length <= LargestKept)
        {
            _free = this;
            return;
        }

        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    public void Advance(int count) => _count += count;

    public Span<byte> GetSpan(int size)
    {
        if (_bytes.Length - _count < size)
        {
            Grow(size);
        }

        return _bytes.AsSpan(_count);
    }

    public void Write(byte value)
    {
        if (_count == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_count++] = value;
    }

    public void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(GetSpan(text.Length));
        _count += text.Length;
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _count + size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
