using System.Buffers.Binary;
using System.Text;

namespace TenkTanken.Endurance.Running;

/// <summary>
/// A disk as it stands at some moment of a recording (recorded-disk.c): what the process sees, what is certain to be there after a power cut, and what was
/// asked since and may or may not be.
/// </summary>
/// <param name="log">The recording.</param>
/// <param name="folder">What was recorded lay here.</param>
internal sealed class RecordedDisk(byte[] log, string folder)
{
    private const int HeadLength = 17;

    private readonly Dictionary<int, RecordedFile> _handles = [];

    /// <summary>As the process sees them, and as they are found after a power cut: a name is certain when its folder was flushed.</summary>
    private readonly Dictionary<string, RecordedFile> _names = [];
    private readonly Dictionary<string, RecordedFile> _certainNames = [];

    /// <summary>As if no flush had been asked for from here on: what is to be found missing then is the proof that it would be seen.</summary>
    public bool ForgetsFlushes { get; set; }

    /// <summary>So much of the recording is done.</summary>
    public int At { get; private set; }

    public int Flushes { get; private set; }

    public void GoTo(long length)
    {
        while (At < length)
        {
            var head = log.AsSpan(At, HeadLength);
            var (what, handle) = ((char)head[0], BinaryPrimitives.ReadInt32LittleEndian(head[1..]));
            var (number, size) = (BinaryPrimitives.ReadInt64LittleEndian(head[5..]), BinaryPrimitives.ReadInt32LittleEndian(head[13..]));
            Do(what, handle, number, log.AsMemory(At + HeadLength, size));
            At += HeadLength + size;
        }
    }

    /// <summary>The files as they are found after a power cut in this moment.</summary>
    /// <param name="random">Null: nothing is there that was not flushed. Else a part of what was not flushed is there all the same, as chance has it.</param>
    public void WriteTo(string place, Random? random)
    {
        var names = random is null || random.Next(2) == 0 ? _certainNames : _names;
        foreach (var (name, file) in names.Where(one => !one.Key.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var path = Path.Combine(place, Path.GetRelativePath(folder, name));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            file.WriteTo(path, random);
        }
    }

    private void Do(char what, int handle, long number, ReadOnlyMemory<byte> bytes)
    {
        switch (what)
        {
            case 'O':
                Open(handle, number, Text(bytes));
                break;
            case 'W':
                _handles[handle].Do(new(number, bytes));
                break;
            case 'T':
                _handles[handle].Do(new(number, null));
                break;
            case 'S' when !ForgetsFlushes:
                _handles[handle].Flush();
                Flushes++;
                break;
            case 'D' when !ForgetsFlushes:
                FlushNames(Text(bytes));
                Flushes++;
                break;
            case 'U':
                _names.Remove(Text(bytes));
                break;
            case 'R' or 'L' when Text(bytes).Split('\0') is [var from, var to] && _names.TryGetValue(from, out var file):
                _names[to] = file;
                if (what == 'R')
                {
                    _names.Remove(from);
                }

                break;
        }
    }

    private void Open(int handle, long how, string path)
    {
        if (how == 1 || !_names.TryGetValue(path, out var file))
        {
            _names[path] = file = new();
        }

        if (how == 2)
        {
            file.Do(new(0, null));
        }

        _handles[handle] = file;
    }

    private void FlushNames(string flushed)
    {
        foreach (var gone in _certainNames.Keys.Where(name => Path.GetDirectoryName(name) == flushed && !_names.ContainsKey(name)).ToList())
        {
            _certainNames.Remove(gone);
        }

        foreach (var (name, file) in _names.Where(one => Path.GetDirectoryName(one.Key) == flushed))
        {
            _certainNames[name] = file;
        }
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
