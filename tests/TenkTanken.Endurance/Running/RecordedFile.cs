namespace TenkTanken.Endurance.Running;

/// <summary>What is certain to be in a file, and what was asked of it since it was last flushed.</summary>
internal sealed class RecordedFile
{
    private readonly List<Change> _unflushed = [];
    private readonly Content _certain = new();

    public void Do(Change change) => _unflushed.Add(change);

    public void Flush()
    {
        _unflushed.ForEach(_certain.Do);
        _unflushed.Clear();
    }

    /// <param name="random">As chance has it, some of what was not flushed is there, and some of it only in part. Null: none.</param>
    public void WriteTo(string path, Random? random)
    {
        var content = _certain;
        if (random is not null && _unflushed.Count > 0)
        {
            content = _certain.Copy();
            foreach (var change in _unflushed)
            {
                var kept = random.Next(5);
                if (kept < 3)
                {
                    content.Do(kept < 2 || change.Bytes is not { } bytes ? change : change with { Bytes = bytes[..random.Next(bytes.Length)] });
                }
            }
        }

        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(content.Span);
    }

    /// <param name="Number">Where it is written, or, without bytes, how long the file is cut.</param>
    internal sealed record Change(long Number, ReadOnlyMemory<byte>? Bytes);

    private sealed class Content
    {
        private byte[] _bytes = [];
        private int _length;

        public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

        public Content Copy() => new() { _bytes = [.. Span], _length = _length };

        public void Do(Change change)
        {
            if (change.Bytes is not { } written)
            {
                Grow((int)change.Number);
                Array.Clear(_bytes, (int)change.Number, Math.Max(0, _length - (int)change.Number));
                _length = (int)change.Number;
                return;
            }

            Grow((int)change.Number + written.Length);
            written.Span.CopyTo(_bytes.AsSpan((int)change.Number));
            _length = Math.Max(_length, (int)change.Number + written.Length);
        }

        private void Grow(int length)
        {
            if (_bytes.Length < length)
            {
                Array.Resize(ref _bytes, Math.Max(length, _bytes.Length * 2));
            }
        }
    }
}
