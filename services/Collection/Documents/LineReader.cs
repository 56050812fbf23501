using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>Reads a stream by lines of bytes, and can return to the start until it is told to forget it.</summary>
internal sealed class LineReader(Stream stream, long maximumBytes)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _atEnd;
    private MemoryStream? _head = new();

    /// <summary>The number of the last line, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Stops keeping lines from here on.</summary>
    public void ForgetStart() => _head = null;

    /// <summary>Reads the next line that is not blank; null at the end.</summary>
    /// <exception cref="DocumentException">The line, or the stream, is broken or too long.</exception>
    public ReadOnlyMemory<byte>? ReadNonBlankLine()
    {
        while (ReadLine() is { } line)
        {
            if (!line.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Reads everything: the lines that were read, and the rest.</summary>
    public ReadOnlyMemory<byte> ReadAllFromStart(CancellationToken cancellationToken)
    {
        var all = _head ?? throw new InvalidOperationException("The start was forgotten.");
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Write(_buffer, _start, _end - _start);
            _start = _end = 0;
            if (all.Length > maximumBytes)
            {
                throw TooLong();
            }

            if (!Fill())
            {
                return all.GetBuffer().AsMemory(0, (int)all.Length);
            }
        }
    }

    private ReadOnlyMemory<byte>? ReadLine()
    {
        var scanned = 0;
        while (true)
        {
            var newline = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                return Take(scanned + newline + 1);
            }

            scanned = _end - _start;
            if (scanned > maximumBytes)
            {
                throw TooLong();
            }

            if (!Fill())
            {
                // The type is explicit, because a bare null would convert to empty memory.
                return scanned == 0 ? default(ReadOnlyMemory<byte>?) : Take(scanned);
            }
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = _buffer.AsSpan(_start, length).ToArray();
        _start += length;
        LineNumber++;
        _head?.Write(line);
        return line;
    }

    private bool Fill()
    {
        if (_atEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        }

        int read;
        try
        {
            read = stream.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (InvalidDataException exception)
        {
            throw new DocumentException(ArchiveDamage.Sentence(exception, LineNumber > 0 ? $"after line {LineNumber}" : null), exception);
        }
        catch (IOException exception)
        {
            throw new DocumentException($"cannot be read after line {LineNumber}: {exception.Message}", exception);
        }

        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }

    private DocumentException TooLong() =>
        new($"is larger than {maximumBytes} bytes (from line {LineNumber + 1}); split it, or raise collect.limits.document_bytes");
}
