using Microsoft.Win32.SafeHandles;

namespace AgentScaler.Collection.Sources;

/// <summary>
/// The members of an archive, unpacked one after the other into one temporary file that is deleted when it is closed. So memory stays small, several
/// threads read at once, and no member's path ever touches the file system, so none can escape.
/// </summary>
public sealed class UnpackedContainer : ISourceContainer
{
    private readonly FileStream _body;
    private readonly SortedDictionary<string, (long Offset, long Length)> _members = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _paths;
    private long _end;

    public UnpackedContainer()
    {
        var file = Path.Combine(Path.GetTempPath(), "agentscaler-" + Path.GetRandomFileName());
        _body = new FileStream(
            file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
    }

    public IReadOnlyList<string> Paths => _paths ??= [.. _members.Keys];

    /// <summary>Why the archive ends early; null if it is complete.</summary>
    public string? Damage { get; internal set; }

    public bool Contains(string path) => _members.ContainsKey(path);

    /// <summary>Appends a member. A second one with the same path replaces the first, as in unpacking.</summary>
    /// <exception cref="EndOfStreamException">The content is shorter than the archive says; the member is left out.</exception>
    internal void Add(string path, Stream content, long length, UnpackingBudget budget, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var start = _end;
        int read;
        while ((read = content.Read(buffer, 0, buffer.Length)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget.Spend(read, path);
            RandomAccess.Write(_body.SafeFileHandle, buffer.AsSpan(0, read), _end);
            _end += read;
        }

        if (_end - start < length)
        {
            _end = start;
            throw new EndOfStreamException();
        }

        _members[path] = (start, _end - start);
        _paths = null;
        budget.Count(_members.Count);
    }

    public Stream Open(string path)
    {
        var (offset, length) = _members[path];
        return new Slice(_body.SafeFileHandle, offset, length);
    }

    public void Dispose() => _body.Dispose();

    private sealed class Slice(SafeFileHandle handle, long start, long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _position;
            set => _position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var left = (int)Math.Min(buffer.Length, length - _position);
            if (left <= 0)
            {
                return 0;
            }

            var read = RandomAccess.Read(handle, buffer[..left], start + _position);
            _position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
