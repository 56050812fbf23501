namespace AgentScaler.Gateway.Files;

/// <summary>Passes on only a window of the written bytes: at most <paramref name="length"/> bytes, starting at byte <paramref name="from"/>.</summary>
internal sealed class WindowStream(Stream inner, long from, long length) : Stream
{
    /// <summary>Number of bytes written, inside the window or not.</summary>
    public long Passed { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var visible = Visible(buffer);
        Passed += buffer.Length;
        if (visible.Length > 0)
        {
            await inner.WriteAsync(visible, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        var visible = Visible(buffer.AsMemory(offset, count));
        Passed += count;
        inner.Write(visible.Span);
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private ReadOnlyMemory<byte> Visible(ReadOnlyMemory<byte> buffer)
    {
        var begin = Math.Clamp(from - Passed, 0, buffer.Length);
        var end = Math.Clamp(length >= long.MaxValue - from ? buffer.Length : from + length - Passed, begin, buffer.Length);
        return buffer[(int)begin..(int)end];
    }
}
